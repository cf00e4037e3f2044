using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class ListSubscriptionsOperation
{
    internal static readonly SnsOperation<ListSubscriptionsRequest, ListSubscriptionsResponse> Instance = new("ListSubscriptions", Write, Read);

    private static void Write(QueryFields fields, ListSubscriptionsRequest request) => fields.Field("NextToken", request.NextToken);

    private static ListSubscriptionsResponse Read(XElement xml) => new()
    {
        NextToken = xml.Text("NextToken"),
        Subscriptions = xml.List("Subscriptions", SubscriptionFields.Read),
    };
}
