namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>A message that one subscription is to get.</summary>
internal interface IOutgoing
{
    string MessageId { get; }

    /// <summary>Messages of one group go out one after the other; null goes out independently of others.</summary>
    string? GroupId { get; }

    IRetrySchedule Retries { get; }

    ValueTask<DeliveryResult> SendAsync(CancellationToken cancellationToken);

    /// <summary>What a dead-letter queue gets; null when the message is not worth keeping.</summary>
    Delivery? ForDeadLetterQueue();
}
