using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Sns.Subscriptions;
using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>Puts messages in the form that a subscription's protocol has.</summary>
internal sealed class OutgoingFactory(SnsEnvelopes envelopes, HttpSender http, IDeliveryTargets targets)
{
    public IOutgoing Notification(Notification notification, Subscription subscription) =>
        SnsProtocol.IsWeb(subscription.Protocol)
            ? WebNotification(notification, subscription)
            : new ArnOutgoing(notification, subscription, envelopes, targets);

    /// <summary>The request to confirm; without confirmation nothing else is sent.</summary>
    public IOutgoing Confirmation(Subscription subscription, ConfirmationToken token)
    {
        var id = Guid.NewGuid().ToString();
        var body = new Lazy<string>(() => envelopes.Confirmation(subscription, token, id));
        var message = new HttpMessage(new Uri(subscription.Endpoint), "SubscriptionConfirmation", id, subscription.Topic.Arn, body);
        return new HttpOutgoing(message, http, PolicyOf(subscription).Retry ?? HttpRetryPolicy.Default, deadLetter: null);
    }

    private HttpOutgoing WebNotification(Notification notification, Subscription subscription)
    {
        var isRaw = subscription.Settings.IsRaw;
        var policy = PolicyOf(subscription);
        var body = new Lazy<string>(() => isRaw
            ? notification.Texts.For(subscription.Protocol)
            : envelopes.Notification(notification, subscription));
        var message = new HttpMessage(new Uri(subscription.Endpoint), "Notification", notification.MessageId, notification.TopicArn, body)
        {
            SubscriptionArn = subscription.Arn,
            IsRaw = isRaw,
            ContentType = policy.ContentType,
        };
        return new HttpOutgoing(message, http, policy.Retry ?? HttpRetryPolicy.Default, () => body.Value);
    }

    private static HttpDeliveryPolicy PolicyOf(Subscription subscription)
    {
        var topic = subscription.Topic.Attributes.TryGetValue(TopicAttributes.DeliveryPolicy, out var json)
            ? HttpDeliveryPolicy.ParseForTopic("", json)
            : new HttpDeliveryPolicy(null, null, false);
        var own = topic.DisablesOverrides ? null : subscription.Settings.Delivery;
        return new HttpDeliveryPolicy(own?.Retry ?? topic.Retry, own?.ContentType ?? topic.ContentType, topic.DisablesOverrides);
    }
}
