using System.Globalization;
using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class GetTopicAttributes : ISnsOperation
{
    private const string DefaultDeliveryPolicy =
        """{"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"disableSubscriptionOverrides":false,"defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}""";

    public string Name => "GetTopicAttributes";

    public void Execute(SnsCall call)
    {
        var topic = call.Sns.Topics.Get(call.Form["TopicArn"]);
        call.Answer.Attributes([.. Computed(call, topic), .. Stored(topic)]);
    }

    private static (string Name, string? Value)[] Computed(SnsCall call, SnsTopic topic) =>
    [
        ("TopicArn", topic.Arn),
        ("Owner", call.Sns.Aws.AccountId),
        (TopicAttributes.Policy, call.Sns.Topics.PolicyOf(topic)),
        (TopicAttributes.DisplayName, topic.Attributes.GetValueOrDefault(TopicAttributes.DisplayName, "")),
        ("SubscriptionsConfirmed", Text(topic.Subscriptions.Count(subscription => !subscription.IsPending))),
        ("SubscriptionsPending", Text(topic.Subscriptions.Count(subscription => subscription.IsPending))),
        ("SubscriptionsDeleted", Text(topic.SubscriptionsDeleted)),
        ("EffectiveDeliveryPolicy", topic.Attributes.GetValueOrDefault(TopicAttributes.DeliveryPolicy, DefaultDeliveryPolicy)),
        (TopicAttributes.FifoTopic, topic.IsFifo ? "true" : null),
        (TopicAttributes.ContentBasedDeduplication, topic.IsFifo ? Text(topic.HasContentBasedDeduplication) : null),
    ];

    private static IEnumerable<(string Name, string? Value)> Stored(SnsTopic topic) => topic.Attributes
        .Where(pair => pair.Key is not (TopicAttributes.Policy or TopicAttributes.DisplayName or TopicAttributes.ContentBasedDeduplication))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => (pair.Key, (string?)pair.Value));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool flag) => flag ? "true" : "false";
}
