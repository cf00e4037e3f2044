using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class GetTopicAttributesOperation
{
    internal static readonly SnsOperation<GetTopicAttributesRequest, GetTopicAttributesResponse> Instance = new("GetTopicAttributes", Write, Read);

    private static void Write(QueryFields fields, GetTopicAttributesRequest request) => fields.Field("TopicArn", request.TopicArn);

    private static GetTopicAttributesResponse Read(XElement xml) => new()
    {
        Attributes = xml.TextMap("Attributes"),
    };
}
