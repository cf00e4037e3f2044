using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class SetTopicAttributesOperation
{
    internal static readonly SnsOperation<SetTopicAttributesRequest, SetTopicAttributesResponse> Instance = new("SetTopicAttributes", Write);

    private static void Write(QueryFields fields, SetTopicAttributesRequest request)
    {
        fields.Field("AttributeName", request.AttributeName);
        fields.Field("AttributeValue", request.AttributeValue);
        fields.Field("TopicArn", request.TopicArn);
    }
}
