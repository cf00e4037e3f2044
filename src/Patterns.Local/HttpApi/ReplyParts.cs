using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Patterns.Local.HttpApi;

/// <summary>Reads the parts that a function's reply has in every format; null stands for a part of a form that the service does not take.</summary>
internal static class ReplyParts
{
    private static readonly SearchValues<char> s_tokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static int? Status(JsonElement status)
    {
        var text = status.ValueKind switch
        {
            JsonValueKind.Number => status.GetRawText(),
            JsonValueKind.String => status.GetString(),
            _ => null,
        };
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 200 and <= 599 ? code : null;
    }

    public static List<KeyValuePair<string, string>>? Headers(JsonElement reply)
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
            if (!TryAdd(headers, header.Name, header.Value))
            {
                return null;
            }
        }

        return headers;
    }

    /// <summary>Adds a header; false when name or value is none.</summary>
    public static bool TryAdd(List<KeyValuePair<string, string>> headers, string name, JsonElement value)
    {
        if (Text(value) is not { } text || !IsToken(name) || !IsHeaderValue(text))
        {
            return false;
        }

        headers.Add(new(name, text));
        return true;
    }

    /// <summary>Whether it is a word that may stand as a header's name or as a protocol in a header.</summary>
    public static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(s_tokenCharacters);

    public static bool IsHeaderValue(ReadOnlySpan<char> value) => !value.ContainsAnyExceptInRange(' ', '~');

    /// <param name="reply">The reply.</param>
    /// <param name="decodes">Whether Base64 is decoded when the reply says that the body is encoded.</param>
    public static byte[]? Body(JsonElement reply, bool decodes = true)
    {
        if (!Has(reply, "body", out var body))
        {
            return [];
        }

        if (body.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var isEncoded = decodes && reply.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (!isEncoded)
        {
            return Encoding.UTF8.GetBytes(body.GetString()!);
        }

        return body.TryGetBytesFromBase64(out var decoded) ? decoded : null;
    }

    public static bool Has(JsonElement reply, string name, out JsonElement value) =>
        reply.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
