using Microsoft.AspNetCore.Http;

namespace Patterns.Local.HttpApi;

/// <summary>Writes a reply to the client.</summary>
internal static class HttpApiReplyWriter
{
    public static async Task WriteAsync(HttpContext http, HttpApiReply reply, ApiKind kind, CorsRules? cors)
    {
        var response = http.Response;
        response.StatusCode = reply.StatusCode;
        WriteHeaders(response.Headers, reply, isCorsConfigured: cors is not null);
        cors?.WriteTo(http);
        if (reply.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentType ??= kind.ContentType;
        response.ContentLength = reply.Body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.BodyWriter.WriteAsync(reply.Body, http.RequestAborted).ConfigureAwait(false);
        }
    }

    private static void WriteHeaders(IHeaderDictionary headers, HttpApiReply reply, bool isCorsConfigured)
    {
        foreach (var (name, value) in reply.Headers)
        {
            if (!IsOfTheConnection(name) && !(isCorsConfigured && CorsRules.IsCorsHeader(name)))
            {
                headers.Append(name, value);
            }
        }

        foreach (var cookie in reply.Cookies)
        {
            headers.Append("Set-Cookie", cookie);
        }
    }

    private static bool IsOfTheConnection(string name) =>
        name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Connection", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Keep-Alive", StringComparison.OrdinalIgnoreCase);
}
