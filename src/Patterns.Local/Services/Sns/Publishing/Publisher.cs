using Patterns.Local.Services.Sns.Deliveries;
using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>Accepts messages and hands them to the queues of the subscriptions.</summary>
internal sealed class Publisher(TimeProvider time, OutgoingFactory outgoing)
{
    public PublishResult Publish(SnsTopic topic, PublishInput input)
    {
        PublishRules.Check(topic, input);
        return Accept(topic, input, MessageTexts.Of(input));
    }

    public IReadOnlyList<PublishBatchResult> Publish(SnsTopic topic, IReadOnlyList<PublishBatchEntry> entries)
    {
        BatchRules.Check(entries);
        var texts = new MessageTexts[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            PublishRules.CheckOrdering(topic, entries[i].Input);
            texts[i] = MessageTexts.Of(entries[i].Input);
        }

        return [.. entries.Select((entry, i) => Accept(topic, entry, texts[i]))];
    }

    private PublishBatchResult Accept(SnsTopic topic, PublishBatchEntry entry, MessageTexts texts)
    {
        try
        {
            PublishRules.CheckContent(entry.Input);
            return new PublishBatchResult(entry.Id, Accept(topic, entry.Input, texts), null);
        }
        catch (AwsException error)
        {
            return new PublishBatchResult(entry.Id, null, error);
        }
    }

    private PublishResult Accept(SnsTopic topic, PublishInput input, MessageTexts texts)
    {
        var messageId = Guid.NewGuid().ToString();
        lock (topic.Gate)
        {
            return topic.IsFifo
                ? AcceptFifo(topic, messageId, input, texts)
                : FanOut(topic, new PublishResult(messageId), input, texts, null);
        }
    }

    private PublishResult AcceptFifo(SnsTopic topic, string messageId, PublishInput input, MessageTexts texts)
    {
        var deduplicationId = input.DeduplicationId ?? ContentHash.Of(input.Message);
        var accepted = topic.Accept(messageId, deduplicationId, input.GroupId!, out var isNew);
        return isNew ? FanOut(topic, accepted, input, texts, deduplicationId) : accepted;
    }

    private PublishResult FanOut(SnsTopic topic, PublishResult accepted, PublishInput input, MessageTexts texts, string? deduplicationId)
    {
        var notification = new Notification(topic, accepted, input, texts, time.GetUtcNow()) { DeduplicationId = deduplicationId };
        foreach (var subscription in topic.Subscriptions)
        {
            if (subscription.IsPending)
            {
                continue;
            }

            if (subscription.Accepts(notification))
            {
                subscription.Queue.Enqueue(outgoing.Notification(notification, subscription));
            }
            else
            {
                subscription.Counts.AddFiltered();
            }
        }

        return accepted;
    }
}
