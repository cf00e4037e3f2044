using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class SubscribeOperation
{
    internal static readonly SnsOperation<SubscribeRequest, SubscribeResponse> Instance = new("Subscribe", Write, Read);

    private static void Write(QueryFields fields, SubscribeRequest request)
    {
        fields.Map("Attributes", request.Attributes);
        fields.Field("Endpoint", request.Endpoint);
        fields.Field("Protocol", request.Protocol);
        fields.Field("ReturnSubscriptionArn", request.ReturnSubscriptionArn);
        fields.Field("TopicArn", request.TopicArn);
    }

    private static SubscribeResponse Read(XElement xml) => new()
    {
        SubscriptionArn = xml.Text("SubscriptionArn"),
    };
}
