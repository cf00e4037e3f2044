using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class CreateTopicOperation
{
    internal static readonly SnsOperation<CreateTopicRequest, CreateTopicResponse> Instance = new("CreateTopic", Write, Read);

    private static void Write(QueryFields fields, CreateTopicRequest request)
    {
        fields.Map("Attributes", request.Attributes);
        fields.Field("DataProtectionPolicy", request.DataProtectionPolicy);
        fields.Field("Name", request.Name);
        fields.List("Tags", request.Tags, TagFields.Write);
    }

    private static CreateTopicResponse Read(XElement xml) => new()
    {
        TopicArn = xml.Text("TopicArn"),
    };
}
