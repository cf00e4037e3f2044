using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class DescribeStream
{
    private const int DefaultLimit = 100;
    private const int Most = 10_000;

    public static void Run(KinesisCall call)
    {
        var limit = call.Input.Number("Limit", 1, Most) ?? DefaultLimit;
        var stream = call.Stream();
        var start = call.Input.Text("ExclusiveStartShardId");
        var shards = stream.Shards.Where(shard => start is null || string.CompareOrdinal(shard.Id, start) > 0).ToList();
        var json = call.Answer;
        json.WriteStartObject("StreamDescription"u8);
        StreamJson.WriteHead(json, stream);
        StreamJson.WriteDetails(json, stream);
        ShardJson.WriteList(json, shards.Take(limit));
        json.WriteBoolean("HasMoreShards"u8, shards.Count > limit);
        json.WriteEndObject();
    }
}
