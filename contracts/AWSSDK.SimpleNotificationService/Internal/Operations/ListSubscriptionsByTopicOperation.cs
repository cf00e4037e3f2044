using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class ListSubscriptionsByTopicOperation
{
    internal static readonly SnsOperation<ListSubscriptionsByTopicRequest, ListSubscriptionsByTopicResponse> Instance = new("ListSubscriptionsByTopic", Write, Read);

    private static void Write(QueryFields fields, ListSubscriptionsByTopicRequest request)
    {
        fields.Field("NextToken", request.NextToken);
        fields.Field("TopicArn", request.TopicArn);
    }

    private static ListSubscriptionsByTopicResponse Read(XElement xml) => new()
    {
        NextToken = xml.Text("NextToken"),
        Subscriptions = xml.List("Subscriptions", SubscriptionFields.Read),
    };
}
