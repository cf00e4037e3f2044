using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class SubscriptionFields
{
    internal static Subscription Read(XElement xml) => new()
    {
        Endpoint = xml.Text("Endpoint"),
        Owner = xml.Text("Owner"),
        Protocol = xml.Text("Protocol"),
        SubscriptionArn = xml.Text("SubscriptionArn"),
        TopicArn = xml.Text("TopicArn"),
    };
}
