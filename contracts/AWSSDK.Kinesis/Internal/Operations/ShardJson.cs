using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class ShardJson
{
    internal static Shard Read(JsonElement json) => new()
    {
        AdjacentParentShardId = json.Text("AdjacentParentShardId"),
        HashKeyRange = json.Object("HashKeyRange", ReadHashKeys),
        ParentShardId = json.Text("ParentShardId"),
        SequenceNumberRange = json.Object("SequenceNumberRange", ReadNumbers),
        ShardId = json.Text("ShardId"),
    };

    internal static ChildShard ReadChild(JsonElement json) => new()
    {
        HashKeyRange = json.Object("HashKeyRange", ReadHashKeys),
        ParentShards = json.Texts("ParentShards"),
        ShardId = json.Text("ShardId"),
    };

    private static HashKeyRange ReadHashKeys(JsonElement json) => new()
    {
        EndingHashKey = json.Text("EndingHashKey"),
        StartingHashKey = json.Text("StartingHashKey"),
    };

    private static SequenceNumberRange ReadNumbers(JsonElement json) => new()
    {
        EndingSequenceNumber = json.Text("EndingSequenceNumber"),
        StartingSequenceNumber = json.Text("StartingSequenceNumber"),
    };
}
