using System.Text.Json;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.HttpApi;

/// <summary>Reads a function's result by the rules of payload format 2.0.</summary>
internal static class HttpApiReplyReader
{
    /// <summary>An object with a <c>statusCode</c> is taken apart; anything else, JSON or not, is the body of a reply with status 200.</summary>
    /// <returns>Null when a part has a form that the service does not take.</returns>
    public static HttpApiReply? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var json = UnicodeJson.Parse(payload);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("statusCode", out var status)
                ? ReadParts(json.RootElement, status)
                : HttpApiReply.WithJson(200, payload);
        }
        catch (JsonException)
        {
            return HttpApiReply.WithJson(200, payload);
        }
    }

    private static HttpApiReply? ReadParts(JsonElement reply, JsonElement status) =>
        ReplyParts.Status(status) is { } code && ReplyParts.Headers(reply) is { } headers && ReadCookies(reply) is { } cookies && ReplyParts.Body(reply) is { } body
            ? new HttpApiReply(code) { Headers = headers, Cookies = cookies, Body = body }
            : null;

    private static List<string>? ReadCookies(JsonElement reply)
    {
        var cookies = new List<string>();
        if (!ReplyParts.Has(reply, "cookies", out var element))
        {
            return cookies;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var cookie in element.EnumerateArray())
        {
            if (cookie.ValueKind != JsonValueKind.String || !ReplyParts.IsHeaderValue(cookie.GetString()))
            {
                return null;
            }

            cookies.Add(cookie.GetString()!);
        }

        return cookies;
    }
}
