using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class PutRecordOperation
{
    internal static readonly KinesisOperation<PutRecordRequest, PutRecordResponse> Instance = new("PutRecord", Write, Read);

    private static void Write(Utf8JsonWriter json, PutRecordRequest request)
    {
        json.Field("Data", request.Data);
        json.Field("ExplicitHashKey", request.ExplicitHashKey);
        json.Field("PartitionKey", request.PartitionKey);
        json.Field("SequenceNumberForOrdering", request.SequenceNumberForOrdering);
        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamName", request.StreamName);
    }

    private static PutRecordResponse Read(JsonElement json) => new()
    {
        EncryptionType = json.Text("EncryptionType"),
        SequenceNumber = json.Text("SequenceNumber"),
        ShardId = json.Text("ShardId"),
    };
}
