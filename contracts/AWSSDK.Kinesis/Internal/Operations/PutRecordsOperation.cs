using System.Text.Json;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal.Operations;

internal static class PutRecordsOperation
{
    internal static readonly KinesisOperation<PutRecordsRequest, PutRecordsResponse> Instance = new("PutRecords", Write, Read);

    private static void Write(Utf8JsonWriter json, PutRecordsRequest request)
    {
        json.Field("Records", request.Records, WriteEntry);
        json.Field("StreamARN", request.StreamARN);
        json.Field("StreamName", request.StreamName);
    }

    private static void WriteEntry(Utf8JsonWriter json, PutRecordsRequestEntry entry)
    {
        json.Field("Data", entry.Data);
        json.Field("ExplicitHashKey", entry.ExplicitHashKey);
        json.Field("PartitionKey", entry.PartitionKey);
    }

    private static PutRecordsResponse Read(JsonElement json) => new()
    {
        EncryptionType = json.Text("EncryptionType"),
        FailedRecordCount = json.Whole("FailedRecordCount"),
        Records = json.List("Records", ReadEntry),
    };

    private static PutRecordsResultEntry ReadEntry(JsonElement json) => new()
    {
        ErrorCode = json.Text("ErrorCode"),
        ErrorMessage = json.Text("ErrorMessage"),
        SequenceNumber = json.Text("SequenceNumber"),
        ShardId = json.Text("ShardId"),
    };
}
