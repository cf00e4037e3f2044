using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Patterns.Local.HttpApi;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Reads a function's result by the rules of proxy integrations: without a <c>statusCode</c> it is malformed.</summary>
internal static class SocketReplyReader
{
    public static SocketReply Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var json = UnicodeJson.Parse(payload);
            return Read(json.RootElement) ?? SocketReply.Failed;
        }
        catch (JsonException)
        {
            return SocketReply.Failed;
        }
    }

    private static SocketReply? Read(JsonElement reply) =>
        reply.ValueKind == JsonValueKind.Object
        && reply.TryGetProperty("statusCode", out var status) && ReplyParts.Status(status) is { } code
        && ReplyParts.Body(reply) is { } body && SubProtocol(reply) is var protocol && (protocol is null || ReplyParts.IsToken(protocol))
            ? new SocketReply(code) { Body = body, SubProtocol = protocol }
            : null;

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
