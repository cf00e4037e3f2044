namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>A message on its way: first to the endpoint and, once that is given up, to the dead-letter queue.</summary>
internal sealed class PendingDelivery(IOutgoing message)
{
    private string? _deadLetterArn;
    private Delivery? _deadLetter;

    public string MessageId => message.MessageId;

    public bool IsDeadLetter => _deadLetterArn is not null;

    public int Attempts { get; private set; }

    public ValueTask<DeliveryResult> TryAsync(IDeliveryTargets targets, CancellationToken cancellationToken)
    {
        Attempts++;
        return _deadLetterArn is null
            ? message.SendAsync(cancellationToken)
            : targets.DeliverAsync(_deadLetterArn, _deadLetter!, cancellationToken);
    }

    /// <summary>The wait until the next attempt; null when there is none.</summary>
    public TimeSpan? NextDelay() =>
        (IsDeadLetter ? ManagedRetrySchedule.Instance : message.Retries).DelayAfter(Attempts);

    /// <summary>Turns to the dead-letter queue; false when there is none, or it has refused already.</summary>
    public bool TryRedirect(string? deadLetterArn)
    {
        if (IsDeadLetter || deadLetterArn is null || message.ForDeadLetterQueue() is not { } delivery)
        {
            return false;
        }

        (_deadLetterArn, _deadLetter, Attempts) = (deadLetterArn, delivery, 0);
        return true;
    }
}
