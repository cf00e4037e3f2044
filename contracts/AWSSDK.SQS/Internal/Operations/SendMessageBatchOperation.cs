using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class SendMessageBatchOperation
{
    internal static readonly SqsOperation<SendMessageBatchRequest, SendMessageBatchResponse> Instance = new("SendMessageBatch", Write, Read);

    private static void Write(Utf8JsonWriter json, SendMessageBatchRequest request)
    {
        json.Field("Entries", request.Entries, WriteEntry);
        json.Field("QueueUrl", request.QueueUrl);
    }

    private static void WriteEntry(Utf8JsonWriter json, SendMessageBatchRequestEntry entry)
    {
        json.WriteStartObject();
        json.Field("DelaySeconds", entry.DelaySeconds);
        json.Field("Id", entry.Id);
        json.Field("MessageAttributes", entry.MessageAttributes, AttributeValueJson.Write);
        json.Field("MessageBody", entry.MessageBody);
        json.Field("MessageDeduplicationId", entry.MessageDeduplicationId);
        json.Field("MessageGroupId", entry.MessageGroupId);
        json.Field("MessageSystemAttributes", entry.MessageSystemAttributes, AttributeValueJson.Write);
        json.WriteEndObject();
    }

    private static SendMessageBatchResponse Read(JsonElement json) => new()
    {
        Failed = json.List("Failed", BatchErrorJson.Read),
        Successful = json.List("Successful", ReadEntry),
    };

    private static SendMessageBatchResultEntry ReadEntry(JsonElement json) => new()
    {
        Id = json.Text("Id"),
        MD5OfMessageAttributes = json.Text("MD5OfMessageAttributes"),
        MD5OfMessageBody = json.Text("MD5OfMessageBody"),
        MD5OfMessageSystemAttributes = json.Text("MD5OfMessageSystemAttributes"),
        MessageId = json.Text("MessageId"),
        SequenceNumber = json.Text("SequenceNumber"),
    };
}
