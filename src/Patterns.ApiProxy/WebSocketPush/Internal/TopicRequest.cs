using System.Text.Json;
using Patterns.Http.Internal;

namespace Patterns.WebSocketPush.Internal;

/// <summary>What a client wants of a topic.</summary>
internal sealed record TopicRequest(string Action, string Topic, long After)
{
    public const string Subscribe = "subscribe";
    public const string Unsubscribe = "unsubscribe";
    private const string Resync = "resync";

    /// <summary>Null for a message about something else, or one of another form.</summary>
    public static TopicRequest? Read(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return Read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static TopicRequest? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.Text("action") is Subscribe or Unsubscribe or Resync && json.Text("topic") is { Length: > 0 } topic && AfterIn(json) is { } after
            ? new TopicRequest(json.Text("action")!, topic, after)
            : null;

    private static long? AfterIn(JsonElement json) =>
        !json.TryGetProperty("after", out var value) ? 0 : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var after) && after >= 0 ? after : null;
}
