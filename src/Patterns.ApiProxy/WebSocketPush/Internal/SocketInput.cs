using System.Text.Json;
using Patterns.Http.Internal;

namespace Patterns.WebSocketPush.Internal;

/// <summary>An event of a WebSocket API.</summary>
internal sealed record SocketInput(string EventType, string ConnectionId)
{
    public const string Connect = "CONNECT";
    public const string Disconnect = "DISCONNECT";
    private const string Message = "MESSAGE";

    public string? Principal { get; private init; }

    public string Body { get; private init; } = "";

    public IReadOnlyDictionary<string, string> Query { get; private init; } = new Dictionary<string, string>();

    /// <exception cref="UnknownEventException">The payload is something else.</exception>
    public static async ValueTask<SocketInput> ReadAsync(Stream payload)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(payload).ConfigureAwait(false);
            return Read(json.RootElement) ?? throw new UnknownEventException("The payload is no event of a WebSocket API.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new UnknownEventException($"The payload cannot be read: {exception.Message}", exception);
        }
    }

    private static SocketInput? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("requestContext", out var context) || context.ValueKind != JsonValueKind.Object
            || context.Text("eventType") is not (Connect or Disconnect or Message) || context.Text("connectionId") is not { Length: > 0 } id)
        {
            return null;
        }

        return new SocketInput(context.Text("eventType")!, id)
        {
            Principal = context.TryGetProperty("authorizer", out var authorizer) && authorizer.ValueKind == JsonValueKind.Object ? authorizer.Text("principalId") : null,
            Body = json.Text("body") ?? "",
            Query = json.TryGetProperty("queryStringParameters", out var query) && query.ValueKind == JsonValueKind.Object
                ? query.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? "")
                : new Dictionary<string, string>(),
        };
    }
}
