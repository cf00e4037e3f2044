using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class UnsubscribeOperation
{
    internal static readonly SnsOperation<UnsubscribeRequest, UnsubscribeResponse> Instance = new("Unsubscribe", Write);

    private static void Write(QueryFields fields, UnsubscribeRequest request) => fields.Field("SubscriptionArn", request.SubscriptionArn);
}
