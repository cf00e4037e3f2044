using System.Collections.Immutable;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Sns.Deliveries;

namespace Patterns.Local.Services.Sns.Subscriptions;

/// <summary>The attributes of a subscription, as they were set and as they take effect.</summary>
internal sealed record SubscriptionSettings
{
    public static readonly SubscriptionSettings Default = new();

    /// <summary>The values as they were set.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public EventPattern? Filter { get; init; }

    public bool FiltersBody { get; init; }

    public bool IsRaw { get; init; }

    public string? DeadLetterArn { get; init; }

    public HttpDeliveryPolicy? Delivery { get; init; }
}
