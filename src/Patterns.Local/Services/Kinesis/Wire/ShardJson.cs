using System.Globalization;
using System.Text.Json;
using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>How answers describe shards.</summary>
internal static class ShardJson
{
    public static void WriteList(Utf8JsonWriter json, IEnumerable<KinesisShard> shards)
    {
        json.WriteStartArray("Shards"u8);
        foreach (var shard in shards)
        {
            Write(json, shard);
        }

        json.WriteEndArray();
    }

    /// <summary>The shards that continue one that was read to its end.</summary>
    public static void WriteChildren(Utf8JsonWriter json, IEnumerable<KinesisShard> children)
    {
        json.WriteStartArray("ChildShards"u8);
        foreach (var child in children)
        {
            json.WriteStartObject();
            json.WriteString("ShardId"u8, child.Id);
            json.WriteStartArray("ParentShards"u8);
            foreach (var parent in child.Log.Parents)
            {
                json.WriteStringValue(parent);
            }

            json.WriteEndArray();
            WriteRange(json, child.HashKeys);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, KinesisShard shard)
    {
        json.WriteStartObject();
        json.WriteString("ShardId"u8, shard.Id);
        if (shard.Parent is { } parent)
        {
            json.WriteString("ParentShardId"u8, parent);
        }

        if (shard.AdjacentParent is { } adjacent)
        {
            json.WriteString("AdjacentParentShardId"u8, adjacent);
        }

        WriteRange(json, shard.HashKeys);
        json.WriteStartObject("SequenceNumberRange"u8);
        json.WriteString("StartingSequenceNumber"u8, shard.Log.StartingSequenceNumber);
        if (shard.EndingSequenceNumber is { } ending)
        {
            json.WriteString("EndingSequenceNumber"u8, ending);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, HashKeyRange range)
    {
        json.WriteStartObject("HashKeyRange"u8);
        json.WriteString("StartingHashKey"u8, range.Start.ToString(CultureInfo.InvariantCulture));
        json.WriteString("EndingHashKey"u8, range.End.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
