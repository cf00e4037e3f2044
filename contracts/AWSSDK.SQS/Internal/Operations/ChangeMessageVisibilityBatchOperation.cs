using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class ChangeMessageVisibilityBatchOperation
{
    internal static readonly SqsOperation<ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResponse> Instance = new("ChangeMessageVisibilityBatch", Write, Read);

    private static void Write(Utf8JsonWriter json, ChangeMessageVisibilityBatchRequest request)
    {
        json.Field("Entries", request.Entries, WriteEntry);
        json.Field("QueueUrl", request.QueueUrl);
    }

    private static void WriteEntry(Utf8JsonWriter json, ChangeMessageVisibilityBatchRequestEntry entry)
    {
        json.WriteStartObject();
        json.Field("Id", entry.Id);
        json.Field("ReceiptHandle", entry.ReceiptHandle);
        json.Field("VisibilityTimeout", entry.VisibilityTimeout);
        json.WriteEndObject();
    }

    private static ChangeMessageVisibilityBatchResponse Read(JsonElement json) => new()
    {
        Failed = json.List("Failed", BatchErrorJson.Read),
        Successful = json.List("Successful", ReadEntry),
    };

    private static ChangeMessageVisibilityBatchResultEntry ReadEntry(JsonElement json) => new()
    {
        Id = json.Text("Id"),
    };
}
