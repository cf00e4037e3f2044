using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class MergeShardsOperation
{
    internal static readonly KinesisOperation<MergeShardsRequest, MergeShardsResponse> Instance = new("MergeShards", Write);

    private static void Write(Utf8JsonWriter json, MergeShardsRequest request)
    {
        json.Field("AdjacentShardToMerge", request.AdjacentShardToMerge);
        json.Field("ShardToMerge", request.ShardToMerge);
        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamName", request.StreamName);
    }
}
