using System.Text.Json;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.HttpApi;

/// <summary>Reads a function's result by the rules of payload format 1.0, where every reply has a <c>statusCode</c>.</summary>
internal static class ProxyReplyReader
{
    /// <param name="payload">The function's result.</param>
    /// <param name="decodes">Whether a body in Base64 is decoded: by an HTTP API always, by a REST API where the client accepts a binary type.</param>
    /// <returns>Null when the result or a part of it has a form that the service does not take.</returns>
    public static HttpApiReply? Read(ReadOnlyMemory<byte> payload, bool decodes)
    {
        try
        {
            using var json = UnicodeJson.Parse(payload);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("statusCode", out var status)
                ? ReadParts(json.RootElement, status, decodes)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static HttpApiReply? ReadParts(JsonElement reply, JsonElement status, bool decodes) =>
        ReplyParts.Status(status) is { } code && ReadHeaders(reply) is { } headers && ReplyParts.Body(reply, decodes) is { } body
            ? new HttpApiReply(code) { Headers = headers, Body = body }
            : null;

    // Both maps count; a pair that stands in both is sent once.
    private static List<KeyValuePair<string, string>>? ReadHeaders(JsonElement reply)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (ReplyParts.Has(reply, "multiValueHeaders", out var element) && !TryAddMany(headers, element))
        {
            return null;
        }

        if (ReplyParts.Headers(reply) is not { } single)
        {
            return null;
        }

        headers.AddRange(single.Where(header => !headers.Exists(known => Same(known, header))));
        return headers;
    }

    private static bool TryAddMany(List<KeyValuePair<string, string>> headers, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.EnumerateObject().All(header =>
            header.Value.ValueKind == JsonValueKind.Array && header.Value.EnumerateArray().All(value => ReplyParts.TryAdd(headers, header.Name, value)));

    private static bool Same(KeyValuePair<string, string> left, KeyValuePair<string, string> right) =>
        left.Key.Equals(right.Key, StringComparison.OrdinalIgnoreCase) && left.Value == right.Value;
}
