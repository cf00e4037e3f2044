using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Finds the part of a DynamoDB item's key inside which changes keep their order.</summary>
internal static class PartitionKey
{
    // A stand-in that is equal for all records: without a name, a two-part key does not tell which part is the partition.
    private static readonly Slice OneForAll = new(0, 1);

    /// <summary>The value of <c>{"S":"A#1"}</c> as text; null where it is not known which part of the key is the partition.</summary>
    public static string? ToText(Slice key, byte[] bytes)
    {
        if (!key.IsPresent || key == OneForAll)
        {
            return null;
        }

        var reader = new Utf8JsonReader(key.Of(bytes), JsonLimits.Reader);
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.PropertyName)
        {
            // Down to the value.
        }

        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    public static Slice Find(Slice keys, byte[] bytes, string? name)
    {
        if (!keys.IsPresent)
        {
            return OneForAll;
        }

        var reader = new Utf8JsonReader(keys.Of(bytes), JsonLimits.Reader);
        reader.Read();
        var found = default(Slice);
        var parts = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = name is null || reader.ValueTextEquals(name);
            reader.Read();
            var value = reader.Value();
            parts++;
            found = isWanted ? new Slice(keys.Start + value.Start, value.Length) : found;
        }

        return found.IsPresent && (name is not null || parts == 1) ? found : OneForAll;
    }
}
