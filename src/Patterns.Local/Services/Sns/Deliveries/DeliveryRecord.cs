namespace Patterns.Local.Services.Sns.Deliveries;

/// <param name="Fate">What happened.</param>
/// <param name="SubscriptionArn">The subscription.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Attempts">How often delivery was tried, to the endpoint or, after it was given up, to the dead-letter queue.</param>
/// <param name="Error">Why the last attempt failed.</param>
internal sealed record DeliveryRecord(DeliveryFate Fate, string SubscriptionArn, string MessageId, int Attempts, string? Error);
