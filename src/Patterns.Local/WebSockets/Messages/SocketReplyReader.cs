using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Reads a function's result by the rules of proxy integrations: without a <c>statusCode</c> it is malformed.</summary>
internal static class SocketReplyReader
{
    public static SocketReply Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return Read(json.RootElement) ?? SocketReply.Failed;
        }
        catch (JsonException)
        {
            return SocketReply.Failed;
        }
    }

    private static SocketReply? Read(JsonElement reply) =>
        reply.ValueKind == JsonValueKind.Object
        && reply.TryGetProperty("statusCode", out var status) && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var code) && code is >= 100 and <= 599
        && Body(reply) is { } body
            ? new SocketReply(code) { Body = body, SubProtocol = SubProtocol(reply) }
            : null;

    private static byte[]? Body(JsonElement reply)
    {
        if (!reply.TryGetProperty("body", out var body) || body.ValueKind == JsonValueKind.Null)
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

    private static string? SubProtocol(JsonElement reply)
    {
        if (reply.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object)
        {
            foreach (var header in headers.EnumerateObject())
            {
                if (header.Name.Equals(HeaderNames.SecWebSocketProtocol, StringComparison.OrdinalIgnoreCase) && header.Value.ValueKind == JsonValueKind.String)
                {
                    return header.Value.GetString();
                }
            }
        }

        return null;
    }
}
