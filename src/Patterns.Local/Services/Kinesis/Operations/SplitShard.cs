using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class SplitShard
{
    public static void Run(KinesisCall call)
    {
        var (shard, start) = (call.Input.Required("ShardToSplit"), call.Input.Required("NewStartingHashKey"));
        Constraints.CheckShardId(shard, "shardToSplit");
        if (!HashKey.IsNumber(start))
        {
            throw KinesisErrors.Constraint(start, "newStartingHashKey", @"Member must satisfy regular expression pattern: 0|([1-9]\d{0,38})");
        }

        call.Stream().Split(shard, start);
    }
}
