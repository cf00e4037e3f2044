using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class GetShardIteratorOperation
{
    internal static readonly KinesisOperation<GetShardIteratorRequest, GetShardIteratorResponse> Instance = new("GetShardIterator", Write, Read);

    private static void Write(Utf8JsonWriter json, GetShardIteratorRequest request)
    {
        json.Field("ShardId", request.ShardId);
        json.Field("ShardIteratorType", request.ShardIteratorType?.Value);
        json.Field("StartingSequenceNumber", request.StartingSequenceNumber);
        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamName", request.StreamName);
        json.Field("Timestamp", request.Timestamp);
    }

    private static GetShardIteratorResponse Read(JsonElement json) => new() { ShardIterator = json.Text("ShardIterator") };
}
