using System.Text.Json;

namespace Patterns.Windows.Internal;

/// <summary>The shard that an event's records are of: what is before the colon of <c>shardId-000000000000:4711</c>, their event ids.</summary>
internal static class ShardId
{
    private const int RecordDepth = 3;

    /// <summary>The shard; null when the records do not tell.</summary>
    public static string? Of(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        while (reader.Read())
        {
            if (reader.CurrentDepth == RecordDepth && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("eventID"u8))
            {
                reader.Read();
                return reader.GetString() is { } id && id.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? id[..end] : null;
            }
        }

        return null;
    }
}
