using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class PublishBatchOperation
{
    internal static readonly SnsOperation<PublishBatchRequest, PublishBatchResponse> Instance = new("PublishBatch", Write, Read);

    private static void Write(QueryFields fields, PublishBatchRequest request)
    {
        fields.List("PublishBatchRequestEntries", request.PublishBatchRequestEntries, WriteEntry);
        fields.Field("TopicArn", request.TopicArn);
    }

    private static void WriteEntry(QueryFields fields, PublishBatchRequestEntry entry)
    {
        fields.Field("Id", entry.Id);
        fields.Field("Message", entry.Message);
        fields.Map("MessageAttributes", entry.MessageAttributes, AttributeValueFields.Write);
        fields.Field("MessageDeduplicationId", entry.MessageDeduplicationId);
        fields.Field("MessageGroupId", entry.MessageGroupId);
        fields.Field("MessageStructure", entry.MessageStructure);
        fields.Field("Subject", entry.Subject);
    }

    private static PublishBatchResponse Read(XElement xml) => new()
    {
        Failed = xml.List("Failed", ReadError),
        Successful = xml.List("Successful", ReadEntry),
    };

    private static PublishBatchResultEntry ReadEntry(XElement xml) => new()
    {
        Id = xml.Text("Id"),
        MessageId = xml.Text("MessageId"),
        SequenceNumber = xml.Text("SequenceNumber"),
    };

    private static BatchResultErrorEntry ReadError(XElement xml) => new()
    {
        Code = xml.Text("Code"),
        Id = xml.Text("Id"),
        Message = xml.Text("Message"),
        SenderFault = xml.Flag("SenderFault"),
    };
}
