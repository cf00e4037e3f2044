using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class ReceiveMessageOperation
{
    internal static readonly SqsOperation<ReceiveMessageRequest, ReceiveMessageResponse> Instance = new("ReceiveMessage", Write, Read);

    private static void Write(Utf8JsonWriter json, ReceiveMessageRequest request)
    {
#pragma warning disable CS0618 // Callers may still use the old name.
        json.Field("AttributeNames", request.AttributeNames);
#pragma warning restore CS0618
        json.Field("MaxNumberOfMessages", request.MaxNumberOfMessages);
        json.Field("MessageAttributeNames", request.MessageAttributeNames);
        json.Field("MessageSystemAttributeNames", request.MessageSystemAttributeNames);
        json.Field("QueueUrl", request.QueueUrl);
        json.Field("ReceiveRequestAttemptId", request.ReceiveRequestAttemptId);
        json.Field("VisibilityTimeout", request.VisibilityTimeout);
        json.Field("WaitTimeSeconds", request.WaitTimeSeconds);
    }

    private static ReceiveMessageResponse Read(JsonElement json) => new()
    {
        Messages = json.List("Messages", ReadMessage),
    };

    private static Message ReadMessage(JsonElement json) => new()
    {
        Attributes = json.TextMap("Attributes"),
        Body = json.Text("Body"),
        MD5OfBody = json.Text("MD5OfBody"),
        MD5OfMessageAttributes = json.Text("MD5OfMessageAttributes"),
        MessageAttributes = json.Map("MessageAttributes", AttributeValueJson.Read),
        MessageId = json.Text("MessageId"),
        ReceiptHandle = json.Text("ReceiptHandle"),
    };
}
