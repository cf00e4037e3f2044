namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>What follows an attempt.</summary>
/// <param name="Fate">What to record; null when the message merely turned to the dead-letter queue.</param>
/// <param name="Delay">The wait until the next attempt; null when there is none.</param>
/// <param name="Error">Why the attempt failed.</param>
internal readonly record struct DeliveryStep(DeliveryFate? Fate, TimeSpan? Delay, string? Error)
{
    public bool IsLast => Delay is null;

    /// <summary>Decides what follows, and turns the message to the dead-letter queue when it is given up.</summary>
    public static DeliveryStep After(PendingDelivery message, DeliveryResult result, string? deadLetterArn)
    {
        if (result.Outcome == DeliveryOutcome.Delivered)
        {
            return new DeliveryStep(message.IsDeadLetter ? DeliveryFate.DeadLettered : DeliveryFate.Delivered, null, null);
        }

        if (result.Outcome == DeliveryOutcome.Retryable && message.NextDelay() is { } delay)
        {
            return new DeliveryStep(DeliveryFate.Retried, delay, result.Error);
        }

        return message.TryRedirect(deadLetterArn)
            ? new DeliveryStep(null, TimeSpan.Zero, result.Error)
            : new DeliveryStep(DeliveryFate.Dropped, null, result.Error);
    }
}
