using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class SplitShardOperation
{
    internal static readonly KinesisOperation<SplitShardRequest, SplitShardResponse> Instance = new("SplitShard", Write);

    private static void Write(Utf8JsonWriter json, SplitShardRequest request)
    {
        json.Field("NewStartingHashKey", request.NewStartingHashKey);
        json.Field("ShardToSplit", request.ShardToSplit);
        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamName", request.StreamName);
    }
}
