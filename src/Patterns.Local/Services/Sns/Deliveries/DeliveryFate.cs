namespace Patterns.Local.Services.Sns.Deliveries;

internal enum DeliveryFate
{
    Delivered,

    /// <summary>An attempt failed and another one will follow.</summary>
    Retried,

    /// <summary>Given up, and now in the dead-letter queue.</summary>
    DeadLettered,

    /// <summary>Given up with no dead-letter queue that takes it, or the subscription was deleted: the message is lost.</summary>
    Dropped,
}
