using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class SendMessageOperation
{
    internal static readonly SqsOperation<SendMessageRequest, SendMessageResponse> Instance = new("SendMessage", Write, Read);

    private static void Write(Utf8JsonWriter json, SendMessageRequest request)
    {
        json.Field("DelaySeconds", request.DelaySeconds);
        json.Field("MessageAttributes", request.MessageAttributes, AttributeValueJson.Write);
        json.Field("MessageBody", request.MessageBody);
        json.Field("MessageDeduplicationId", request.MessageDeduplicationId);
        json.Field("MessageGroupId", request.MessageGroupId);
        json.Field("MessageSystemAttributes", request.MessageSystemAttributes, AttributeValueJson.Write);
        json.Field("QueueUrl", request.QueueUrl);
    }

    private static SendMessageResponse Read(JsonElement json) => new()
    {
        MD5OfMessageAttributes = json.Text("MD5OfMessageAttributes"),
        MD5OfMessageBody = json.Text("MD5OfMessageBody"),
        MD5OfMessageSystemAttributes = json.Text("MD5OfMessageSystemAttributes"),
        MessageId = json.Text("MessageId"),
        SequenceNumber = json.Text("SequenceNumber"),
    };
}
