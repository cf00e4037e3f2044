using System.Text.Json;
using Amazon.KinesisFirehose.Model;

namespace Amazon.KinesisFirehose.Internal.Operations;

internal static class PutRecordBatchOperation
{
    internal static readonly FirehoseOperation<PutRecordBatchRequest, PutRecordBatchResponse> Instance = new("PutRecordBatch", Write, Read);

    private static void Write(Utf8JsonWriter json, PutRecordBatchRequest request)
    {
        json.Field("DeliveryStreamName", request.DeliveryStreamName);
        json.Field("Records", request.Records, PutRecordOperation.WriteRecord);
    }

    private static PutRecordBatchResponse Read(JsonElement json) => new()
    {
        Encrypted = json.Flag("Encrypted"),
        FailedPutCount = json.Whole("FailedPutCount"),
        RequestResponses = json.List("RequestResponses", ReadEntry),
    };

    private static PutRecordBatchResponseEntry ReadEntry(JsonElement json) => new()
    {
        ErrorCode = json.Text("ErrorCode"),
        ErrorMessage = json.Text("ErrorMessage"),
        RecordId = json.Text("RecordId"),
    };
}
