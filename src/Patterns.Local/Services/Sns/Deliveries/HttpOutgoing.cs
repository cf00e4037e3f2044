namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>A notification for a web endpoint, or the request that it confirm.</summary>
internal sealed class HttpOutgoing(HttpMessage message, HttpSender sender, IRetrySchedule retries, Func<string>? deadLetter) : IOutgoing
{
    public string MessageId => message.MessageId;

    public string? GroupId => null;

    public IRetrySchedule Retries => retries;

    public ValueTask<DeliveryResult> SendAsync(CancellationToken cancellationToken) => sender.SendAsync(message, cancellationToken);

    public Delivery? ForDeadLetterQueue() => deadLetter is null ? null : new Delivery(deadLetter());
}
