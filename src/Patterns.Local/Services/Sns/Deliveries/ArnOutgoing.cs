using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>A notification for a queue or a function.</summary>
internal sealed class ArnOutgoing(Notification notification, Subscription subscription, SnsEnvelopes envelopes, IDeliveryTargets targets) : IOutgoing
{
    private readonly bool _isRaw = subscription.Settings.IsRaw && subscription.Protocol == SnsProtocol.Sqs;
    private Delivery? _delivery;

    public string MessageId => notification.MessageId;

    public string? GroupId => notification.IsFifo ? notification.GroupId : null;

    public IRetrySchedule Retries => ManagedRetrySchedule.Instance;

    public ValueTask<DeliveryResult> SendAsync(CancellationToken cancellationToken) =>
        targets.DeliverAsync(subscription.Endpoint, _delivery ??= Create(), cancellationToken);

    // A queue gets what the subscriber did not; for a function that is the document instead of the event.
    public Delivery? ForDeadLetterQueue() => subscription.Protocol == SnsProtocol.Sqs
        ? _delivery ??= Create()
        : new Delivery(envelopes.Notification(notification, subscription));

    private Delivery Create()
    {
        if (subscription.Protocol == SnsProtocol.Lambda)
        {
            return new Delivery(envelopes.LambdaEvent(notification, subscription));
        }

        var isFifoQueue = SnsArn.IsFifo(subscription.Endpoint);
        return new Delivery(_isRaw ? notification.Texts.For(subscription.Protocol) : envelopes.Notification(notification, subscription))
        {
            Attributes = _isRaw && notification.Attributes.Count > 0 ? notification.Attributes : null,
            GroupId = isFifoQueue || !notification.IsFifo ? notification.GroupId : null,
            DeduplicationId = isFifoQueue ? notification.DeduplicationId : null,
        };
    }
}
