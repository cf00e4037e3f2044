using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Patterns.Local.HttpApi;

/// <summary>Writes cookies and headers: names in lower case, several values joined by commas, and what the service adds.</summary>
internal readonly struct HttpApiEventHeaders(ApiRequest request, Utf8JsonWriter json)
{
    /// <summary>Those that concern the connection to the service, those that it sets itself, and the cookies, which have a place of their own.</summary>
    private static readonly HashSet<string> NotPassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        "Cookie", "Content-Length", "X-Amzn-Trace-Id", "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto",
    };

    public static string SourceIp(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";

    public void Write(int contentLength)
    {
        var headers = request.Http.Request.Headers;
        WriteCookies(headers.Cookie);
        json.WriteStartObject("headers");
        json.WriteString("content-length", contentLength.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, values) in headers)
        {
            if (!NotPassedOn.Contains(name))
            {
                json.WriteString(Lower(name), Joined(values));
            }
        }

        WriteForwarded(headers["X-Forwarded-For"]);
        json.WriteEndObject();
    }

    private static string Lower(string name) => string.Create(name.Length, name, static (lower, original) => original.AsSpan().ToLowerInvariant(lower));

    private static string Joined(StringValues values) => values.Count == 1 ? values[0] ?? "" : string.Join(',', values.ToArray());

    private void WriteCookies(StringValues cookies)
    {
        if (cookies.Count == 0)
        {
            return;
        }

        json.WriteStartArray("cookies");
        foreach (var header in cookies)
        {
            foreach (var range in header.AsSpan().Split(';'))
            {
                var cookie = header.AsSpan()[range].Trim();
                if (!cookie.IsEmpty)
                {
                    json.WriteStringValue(cookie);
                }
            }
        }

        json.WriteEndArray();
    }

    private void WriteForwarded(StringValues before)
    {
        var http = request.Http;
        var source = SourceIp(http);
        json.WriteString("x-amzn-trace-id", request.TraceId);
        json.WriteString("x-forwarded-for", before.Count == 0 ? source : $"{Joined(before)}, {source}");
        json.WriteString("x-forwarded-port", http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        json.WriteString("x-forwarded-proto", http.Request.Scheme);
    }
}
