using System.Collections.Concurrent;
using System.Collections.Immutable;
using Patterns.Local.Services.Sns.Deliveries;
using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Subscriptions;

/// <summary>The subscriptions of the account.</summary>
internal sealed class SubscriptionRegistry(AwsEnvironment aws, DeliveryContext deliveries, OutgoingFactory outgoing)
{
    private readonly ConcurrentDictionary<string, Subscription> _subscriptions = new();

    public IEnumerable<Subscription> All => _subscriptions.Values.OrderBy(subscription => subscription.Arn, StringComparer.Ordinal);

    public Subscription Subscribe(SnsTopic topic, string protocol, string endpoint, IReadOnlyDictionary<string, string>? attributes)
    {
        SnsProtocol.Check(protocol);
        EndpointRules.Check(topic, protocol, endpoint);
        var changes = attributes ?? ImmutableDictionary<string, string>.Empty;
        lock (topic.Gate)
        {
            var subscription = topic.Subscriptions.Find(candidate => candidate.Protocol == protocol && candidate.Endpoint == endpoint);
            subscription = subscription is null ? Add(topic, protocol, endpoint, changes) : Same(subscription, changes);
            AskForConfirmation(subscription);
            return subscription;
        }
    }

    public Subscription Get(string? arn) =>
        _subscriptions.TryGetValue(SnsArn.Checked(arn, "SubscriptionArn"), out var subscription)
            ? subscription
            : throw SnsErrors.SubscriptionNotFound();

    public void Remove(string arn)
    {
        if (!_subscriptions.TryRemove(arn, out var subscription))
        {
            return;
        }

        var topic = subscription.Topic;
        lock (topic.Gate)
        {
            topic.Subscriptions = topic.Subscriptions.Remove(subscription);
            topic.SubscriptionsDeleted++;
        }

        subscription.Queue.Dispose();
    }

    public void SetAttribute(Subscription subscription, string name, string value)
    {
        lock (subscription.Topic.Gate)
        {
            var changes = new Dictionary<string, string> { [name] = value };
            var settings = ReaderFor("", subscription).Read(subscription.Settings, changes);
            CheckPolicyCount(subscription, settings);
            subscription.Settings = settings;
        }
    }

    public Subscription Confirm(SnsTopic topic, string token)
    {
        lock (topic.Gate)
        {
            var subscription = topic.Subscriptions.Find(candidate => candidate.Confirmation?.Value == token);
            if (subscription is null || (subscription.IsPending && subscription.Confirmation!.Expires <= aws.Time.GetUtcNow()))
            {
                throw SnsErrors.InvalidToken();
            }

            subscription.IsPending = false;
            return subscription;
        }
    }

    private Subscription Add(SnsTopic topic, string protocol, string endpoint, IReadOnlyDictionary<string, string> changes)
    {
        var subscription = new Subscription(topic, Guid.NewGuid().ToString(), protocol, endpoint, aws.AccountId, deliveries);
        var settings = ReaderFor(SettingsReader.WhenSubscribing, subscription).Read(SubscriptionSettings.Default, changes);
        CheckPolicyCount(subscription, settings);
        subscription.Settings = settings;
        subscription.IsPending = SnsProtocol.IsWeb(protocol);
        topic.Subscriptions = topic.Subscriptions.Add(subscription);
        _subscriptions[subscription.Arn] = subscription;
        return subscription;
    }

    // Attributes that the request leaves out may differ.
    private static Subscription Same(Subscription existing, IReadOnlyDictionary<string, string> changes)
    {
        var wanted = ReaderFor(SettingsReader.WhenSubscribing, existing).Read(SubscriptionSettings.Default, changes);
        return wanted.Values.All(pair => ValueOf(existing, pair.Key) == pair.Value)
            ? existing
            : throw SnsErrors.InvalidParameter("Attributes", "Subscription already exists with different attributes");
    }

    private static string ValueOf(Subscription subscription, string name) => subscription.Settings.Values.GetValueOrDefault(name)
        ?? (name == SubscriptionAttributes.RawMessageDelivery ? "false" : "");

    private void AskForConfirmation(Subscription subscription)
    {
        if (subscription.IsPending)
        {
            subscription.Confirmation = ConfirmationToken.Create(aws.Time);
            subscription.Queue.Enqueue(outgoing.Confirmation(subscription, subscription.Confirmation));
        }
    }

    private static SettingsReader ReaderFor(string prefix, Subscription subscription) =>
        new(prefix, subscription.Topic.IsFifo && SnsArn.IsFifo(subscription.Endpoint));

    private static void CheckPolicyCount(Subscription subscription, SubscriptionSettings settings)
    {
        if (settings.Filter is not null && subscription.Settings.Filter is null
            && subscription.Topic.Subscriptions.Count(other => other.Settings.Filter is not null) >= SnsLimits.FilterPoliciesPerTopic)
        {
            throw SnsErrors.FilterPolicyLimit();
        }
    }
}
