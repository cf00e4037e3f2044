using System.Collections.Immutable;
using System.Globalization;
using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Services.Sns.Topics;

/// <summary>A topic: its attributes, tags, subscriptions, and for FIFO its sequence and deduplication window.</summary>
internal sealed class SnsTopic
{
    // The service's numbers have twenty digits from the start.
    private const ulong FirstSequenceNumber = 10_000_000_000_000_000_000;

    private readonly DeduplicationWindow _deduplication;
    private ulong _sequence = FirstSequenceNumber;

    public SnsTopic(string arn, string name, bool isFifo, TimeProvider time)
    {
        Arn = arn;
        Name = name;
        IsFifo = isFifo;
        _deduplication = new DeduplicationWindow(time);
    }

    public string Arn { get; }

    public string Name { get; }

    public bool IsFifo { get; }

    /// <summary>Guards everything of the topic that changes, so that all subscribers see one order of messages.</summary>
    public Lock Gate { get; } = new();

    public ImmutableDictionary<string, string> Attributes { get; set; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Tags { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableList<Subscription> Subscriptions { get; set; } = [];

    public int SubscriptionsDeleted { get; set; }

    public string SignatureVersion => Attributes.GetValueOrDefault(TopicAttributes.SignatureVersion, "1");

    public bool HasContentBasedDeduplication =>
        Attributes.GetValueOrDefault(TopicAttributes.ContentBasedDeduplication) == "true";

    /// <summary>Accepts a message of a FIFO topic: a duplicate gets the first one's answer and is not new.</summary>
    /// <remarks>The caller holds <see cref="Gate"/>.</remarks>
    public PublishResult Accept(string messageId, string deduplicationId, string groupId, out bool isNew)
    {
        var isPerGroup = Attributes.GetValueOrDefault(TopicAttributes.FifoThroughputScope) == "MessageGroup";
        var key = isPerGroup ? $"{groupId}\n{deduplicationId}" : deduplicationId;
        isNew = !_deduplication.TryFind(key, out var answer);
        if (isNew)
        {
            answer = new PublishResult(messageId, (++_sequence).ToString(CultureInfo.InvariantCulture));
            _deduplication.Remember(key, answer);
        }

        return answer;
    }
}
