using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.Sns.Deliveries;
using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Sns.Subscriptions;
using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns;

/// <summary>Topics and their subscriptions, without HTTP.</summary>
/// <remarks>Thread-safe. Publishing returns once the message is accepted; delivery goes on behind it.</remarks>
internal sealed class SnsService : IDisposable
{
    private readonly HttpSender _http;
    private readonly DeliveryContext _deliveries;
    private readonly Publisher _publisher;

    /// <param name="aws">Names, address and clock.</param>
    /// <param name="targets">Reaches queues and functions.</param>
    /// <param name="log">Learns what becomes of messages.</param>
    public SnsService(AwsEnvironment aws, IDeliveryTargets targets, IDeliveryLog? log = null)
    {
        Aws = aws;
        Signer = new NotificationSigner(aws.Time);
        _http = new HttpSender(aws.Time);
        _deliveries = new DeliveryContext(targets, aws.Time, log);
        var outgoing = new OutgoingFactory(new SnsEnvelopes(aws, Signer), _http, targets);
        _publisher = new Publisher(aws.Time, outgoing);
        Topics = new TopicRegistry(aws);
        Subscriptions = new SubscriptionRegistry(aws, _deliveries, outgoing);
    }

    public AwsEnvironment Aws { get; }

    public TopicRegistry Topics { get; }

    public SubscriptionRegistry Subscriptions { get; }

    public NotificationSigner Signer { get; }

    /// <summary>The topic of that name, created if there is none.</summary>
    /// <exception cref="AwsException">The name or an attribute is not valid, or the topic exists with other attributes or tags.</exception>
    public SnsTopic CreateTopic(string name, IReadOnlyDictionary<string, string>? attributes = null, IReadOnlyDictionary<string, string>? tags = null) =>
        Topics.Create(name, attributes, tags);

    public bool TryFindTopic(string arn, [NotNullWhen(true)] out SnsTopic? topic) => Topics.TryFind(arn, out topic);

    /// <summary>Deletes the topic and its subscriptions; one that is not there is no error.</summary>
    public void DeleteTopic(string arn)
    {
        if (Topics.TryRemove(arn, out var topic))
        {
            foreach (var subscription in topic.Subscriptions)
            {
                Subscriptions.Remove(subscription.Arn);
            }
        }
    }

    /// <summary>Joins an endpoint to a topic; a web endpoint must confirm before it gets messages.</summary>
    /// <returns>The subscription, also when the endpoint is subscribed already with the same attributes.</returns>
    /// <exception cref="AwsException">Topic, protocol, endpoint or an attribute is not valid.</exception>
    public Subscription Subscribe(string topicArn, string protocol, string endpoint, IReadOnlyDictionary<string, string>? attributes = null) =>
        Subscriptions.Subscribe(Topics.Get(topicArn), protocol, endpoint, attributes);

    /// <summary>Ends the subscription and drops what it still waits for; one that is not there is no error.</summary>
    public void Unsubscribe(string subscriptionArn) => Subscriptions.Remove(subscriptionArn);

    /// <summary>Accepts a message for all subscriptions whose filter lets it through.</summary>
    /// <exception cref="AwsException">There is no such topic, or the message breaks a rule.</exception>
    public PublishResult Publish(string topicArn, PublishInput input) => _publisher.Publish(Topics.Get(topicArn), input);

    /// <summary>Accepts several messages; each entry has its own outcome.</summary>
    /// <exception cref="AwsException">The batch as a whole breaks a rule, and nothing is published.</exception>
    public IReadOnlyList<PublishBatchResult> PublishBatch(string topicArn, IReadOnlyList<PublishBatchEntry> entries) =>
        _publisher.Publish(Topics.Get(topicArn), entries);

    /// <summary>Completes once no message can be delivered any more without the clock moving.</summary>
    public Task WhenIdleAsync() => _deliveries.Activity.WhenIdleAsync();

    public void Dispose()
    {
        foreach (var subscription in Subscriptions.All)
        {
            subscription.Queue.Dispose();
        }

        _http.Dispose();
        Signer.Dispose();
    }
}
