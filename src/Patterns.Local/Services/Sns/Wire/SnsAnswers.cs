using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Sns.Subscriptions;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sns.Wire;

/// <summary>Writes the structures that several operations share.</summary>
internal static class SnsAnswers
{
    private const string Pending = "PendingConfirmation";

    public static void Attributes(this QueryXml xml, IEnumerable<(string Name, string? Value)> attributes)
    {
        xml.OpenResult().Open("Attributes");
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                xml.Open("entry").Element("key", name).Element("value", value).Close("entry");
            }
        }

        xml.Close("Attributes").CloseResult();
    }

    public static void Subscriptions(this QueryXml xml, Page<Subscription> page)
    {
        xml.OpenResult().Open("Subscriptions");
        foreach (var subscription in page.Items)
        {
            xml.Open("member")
                .Element("SubscriptionArn", subscription.IsPending ? Pending : subscription.Arn)
                .Element("Owner", subscription.Owner)
                .Element("Protocol", subscription.Protocol)
                .Element("Endpoint", subscription.Endpoint)
                .Element("TopicArn", subscription.Topic.Arn)
                .Close("member");
        }

        xml.Close("Subscriptions").Element("NextToken", page.NextToken).CloseResult();
    }

    public static QueryXml Accepted(this QueryXml xml, PublishResult accepted) =>
        xml.Element("MessageId", accepted.MessageId).Element("SequenceNumber", accepted.SequenceNumber);
}
