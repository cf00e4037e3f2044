using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class MergeShards
{
    public static void Run(KinesisCall call)
    {
        var (shard, adjacent) = (call.Input.Required("ShardToMerge"), call.Input.Required("AdjacentShardToMerge"));
        Constraints.CheckShardId(shard, "shardToMerge");
        Constraints.CheckShardId(adjacent, "adjacentShardToMerge");
        call.Stream().Merge(shard, adjacent);
    }
}
