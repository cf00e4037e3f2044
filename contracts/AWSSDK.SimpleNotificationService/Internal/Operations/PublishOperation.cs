using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class PublishOperation
{
    internal static readonly SnsOperation<PublishRequest, PublishResponse> Instance = new("Publish", Write, Read);

    private static void Write(QueryFields fields, PublishRequest request)
    {
        fields.Field("Message", request.Message);
        fields.Map("MessageAttributes", request.MessageAttributes, AttributeValueFields.Write);
        fields.Field("MessageDeduplicationId", request.MessageDeduplicationId);
        fields.Field("MessageGroupId", request.MessageGroupId);
        fields.Field("MessageStructure", request.MessageStructure);
        fields.Field("PhoneNumber", request.PhoneNumber);
        fields.Field("Subject", request.Subject);
        fields.Field("TargetArn", request.TargetArn);
        fields.Field("TopicArn", request.TopicArn);
    }

    private static PublishResponse Read(XElement xml) => new()
    {
        MessageId = xml.Text("MessageId"),
        SequenceNumber = xml.Text("SequenceNumber"),
    };
}
