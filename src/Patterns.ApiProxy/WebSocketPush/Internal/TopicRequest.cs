using System.Text.Json;

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
        catch (JsonException)
        {
            return null;
        }
    }

    private static TopicRequest? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && Text(json, "action") is Subscribe or Unsubscribe or Resync && Text(json, "topic") is { Length: > 0 } topic && AfterIn(json) is { } after
            ? new TopicRequest(Text(json, "action")!, topic, after)
            : null;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? AfterIn(JsonElement json) =>
        !json.TryGetProperty("after", out var value) ? 0 : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var after) && after >= 0 ? after : null;
}
