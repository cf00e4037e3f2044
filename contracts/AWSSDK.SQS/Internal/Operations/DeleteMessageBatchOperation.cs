using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class DeleteMessageBatchOperation
{
    internal static readonly SqsOperation<DeleteMessageBatchRequest, DeleteMessageBatchResponse> Instance = new("DeleteMessageBatch", Write, Read);

    private static void Write(Utf8JsonWriter json, DeleteMessageBatchRequest request)
    {
        json.Field("Entries", request.Entries, WriteEntry);
        json.Field("QueueUrl", request.QueueUrl);
    }

    private static void WriteEntry(Utf8JsonWriter json, DeleteMessageBatchRequestEntry entry)
    {
        json.WriteStartObject();
        json.Field("Id", entry.Id);
        json.Field("ReceiptHandle", entry.ReceiptHandle);
        json.WriteEndObject();
    }

    private static DeleteMessageBatchResponse Read(JsonElement json) => new()
    {
        Failed = json.List("Failed", BatchErrorJson.Read),
        Successful = json.List("Successful", ReadEntry),
    };

    private static DeleteMessageBatchResultEntry ReadEntry(JsonElement json) => new()
    {
        Id = json.Text("Id"),
    };
}
