using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class SetSubscriptionAttributesOperation
{
    internal static readonly SnsOperation<SetSubscriptionAttributesRequest, SetSubscriptionAttributesResponse> Instance = new("SetSubscriptionAttributes", Write);

    private static void Write(QueryFields fields, SetSubscriptionAttributesRequest request)
    {
        fields.Field("AttributeName", request.AttributeName);
        fields.Field("AttributeValue", request.AttributeValue);
        fields.Field("SubscriptionArn", request.SubscriptionArn);
    }
}
