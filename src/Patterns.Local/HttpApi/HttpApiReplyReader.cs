using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Patterns.Local.HttpApi;

/// <summary>Reads a function's result by the rules of payload format 2.0.</summary>
internal static class HttpApiReplyReader
{
    private static readonly SearchValues<char> s_nameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>An object with a <c>statusCode</c> is taken apart; anything else, JSON or not, is the body of a reply with status 200.</summary>
    /// <returns>Internal Server Error when a part has a form that the service does not take.</returns>
    public static HttpApiReply Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("statusCode", out var status)
                ? ReadParts(json.RootElement, status) ?? HttpApiReply.InternalServerError
                : HttpApiReply.WithJson(200, payload);
        }
        catch (JsonException)
        {
            return HttpApiReply.WithJson(200, payload);
        }
    }

    private static HttpApiReply? ReadParts(JsonElement reply, JsonElement status) =>
        ReadStatus(status) is { } code && ReadHeaders(reply) is { } headers && ReadCookies(reply) is { } cookies && ReadBody(reply) is { } body
            ? new HttpApiReply(code) { Headers = headers, Cookies = cookies, Body = body }
            : null;

    private static int? ReadStatus(JsonElement status)
    {
        var text = status.ValueKind switch
        {
            JsonValueKind.Number => status.GetRawText(),
            JsonValueKind.String => status.GetString(),
            _ => null,
        };
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 200 and <= 599 ? code : null;
    }

    private static List<KeyValuePair<string, string>>? ReadHeaders(JsonElement reply)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (!Has(reply, "headers", out var element))
        {
            return headers;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var header in element.EnumerateObject())
        {
            if (HeaderValue(header.Value) is not { } value || !IsHeader(header.Name, value))
            {
                return null;
            }

            headers.Add(new(header.Name, value));
        }

        return headers;
    }

    private static string? HeaderValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static bool IsHeader(string name, string value) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(s_nameCharacters) && IsHeaderValue(value);

    private static bool IsHeaderValue(ReadOnlySpan<char> value) => !value.ContainsAnyExceptInRange(' ', '~');

    private static List<string>? ReadCookies(JsonElement reply)
    {
        var cookies = new List<string>();
        if (!Has(reply, "cookies", out var element))
        {
            return cookies;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var cookie in element.EnumerateArray())
        {
            if (cookie.ValueKind != JsonValueKind.String || !IsHeaderValue(cookie.GetString()))
            {
                return null;
            }

            cookies.Add(cookie.GetString()!);
        }

        return cookies;
    }

    private static byte[]? ReadBody(JsonElement reply)
    {
        if (!Has(reply, "body", out var body))
        {
            return [];
        }

        if (body.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var isEncoded = reply.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (!isEncoded)
        {
            return Encoding.UTF8.GetBytes(body.GetString()!);
        }

        return body.TryGetBytesFromBase64(out var decoded) ? decoded : null;
    }

    private static bool Has(JsonElement reply, string name, out JsonElement value) =>
        reply.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
