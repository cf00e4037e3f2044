using System.Text.Json;

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
        catch (JsonException exception)
        {
            throw new UnknownEventException($"The payload is no JSON: {exception.Message}");
        }
    }

    private static SocketInput? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("requestContext", out var context) || context.ValueKind != JsonValueKind.Object
            || Text(context, "eventType") is not (Connect or Disconnect or Message) || Text(context, "connectionId") is not { Length: > 0 } id)
        {
            return null;
        }

        return new SocketInput(Text(context, "eventType")!, id)
        {
            Principal = context.TryGetProperty("authorizer", out var authorizer) && authorizer.ValueKind == JsonValueKind.Object ? Text(authorizer, "principalId") : null,
            Body = Text(json, "body") ?? "",
            Query = json.TryGetProperty("queryStringParameters", out var query) && query.ValueKind == JsonValueKind.Object
                ? query.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? "")
                : new Dictionary<string, string>(),
        };
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
