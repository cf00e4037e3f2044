using Patterns.Local.Services.Sns.Deliveries;
using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Subscriptions;

/// <summary>One endpoint's interest in a topic.</summary>
internal sealed class Subscription
{
    public Subscription(SnsTopic topic, string id, string protocol, string endpoint, string owner, DeliveryContext context)
    {
        Topic = topic;
        Arn = $"{topic.Arn}:{id}";
        Protocol = protocol;
        Endpoint = endpoint;
        Owner = owner;
        Queue = new SubscriptionQueue(this, context);
    }

    public SnsTopic Topic { get; }

    public string Arn { get; }

    public string Protocol { get; }

    public string Endpoint { get; }

    public string Owner { get; }

    /// <summary>Replaced as a whole, so that a reader sees settings that belong together.</summary>
    public SubscriptionSettings Settings { get; set; } = SubscriptionSettings.Default;

    /// <summary>For web endpoints, what they confirm with.</summary>
    public ConfirmationToken? Confirmation { get; set; }

    /// <summary>True while a web endpoint has not confirmed; it then gets nothing but the request to do so.</summary>
    public bool IsPending { get; set; }

    public DeliveryCounts Counts { get; } = new();

    public SubscriptionQueue Queue { get; }

    /// <summary>Whether the filter policy, if there is one, lets the message through.</summary>
    public bool Accepts(Notification notification)
    {
        var settings = Settings;
        if (settings.Filter is not { } filter)
        {
            return true;
        }

        return settings.FiltersBody
            ? notification.Texts.ParsedFor(Protocol) is { } body && filter.Matches(body)
            : filter.Matches(notification.Attributes);
    }
}
