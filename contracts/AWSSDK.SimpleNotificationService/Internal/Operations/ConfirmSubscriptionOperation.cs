using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class ConfirmSubscriptionOperation
{
    internal static readonly SnsOperation<ConfirmSubscriptionRequest, ConfirmSubscriptionResponse> Instance = new("ConfirmSubscription", Write, Read);

    private static void Write(QueryFields fields, ConfirmSubscriptionRequest request)
    {
        fields.Field("AuthenticateOnUnsubscribe", request.AuthenticateOnUnsubscribe);
        fields.Field("Token", request.Token);
        fields.Field("TopicArn", request.TopicArn);
    }

    private static ConfirmSubscriptionResponse Read(XElement xml) => new()
    {
        SubscriptionArn = xml.Text("SubscriptionArn"),
    };
}
