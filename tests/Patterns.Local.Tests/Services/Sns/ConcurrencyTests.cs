using Patterns.Local.Services;
using Patterns.Local.Services.Sns.Deliveries;
using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class ConcurrencyTests : SnsTestBase
{
    [Fact]
    public async Task Publishers_and_unsubscribing_at_the_same_time_lose_no_count()
    {
        var topic = Topic();
        var subscriptions = Enumerable.Range(0, 4).Select(i => Sns.Subscribe(topic, "sqs", Queue + i, Set(("RawMessageDelivery", "true")))).ToArray();
        Targets.Respond = (_, _, attempt) => (attempt % 5) switch { 0 => DeliveryResult.Permanent("bad"), 1 => DeliveryResult.Retryable("busy"), _ => DeliveryResult.Delivered };

        await Parallel.ForAsync(0, 1000, (i, _) =>
        {
            Sns.Publish(topic, new PublishInput($"{i}"));
            if (i == 600)
            {
                Sns.Unsubscribe(subscriptions[0].Arn);
            }

            return ValueTask.CompletedTask;
        });
        await Sns.WhenIdleAsync();
        Sns.DeleteTopic(topic);
        await Sns.WhenIdleAsync();

        Assert.All(subscriptions, subscription =>
            Assert.Equal(subscription.Counts.Accepted, subscription.Counts[DeliveryFate.Delivered] + subscription.Counts[DeliveryFate.Dropped]));
        Assert.All(subscriptions[1..], subscription => Assert.Equal(1000, subscription.Counts.Accepted));
    }

    [Fact]
    public async Task Subscribers_of_a_fifo_topic_see_the_order_of_the_sequence_numbers()
    {
        var topic = FifoTopic();
        Sns.Subscribe(topic, "sqs", FifoQueue);

        await Parallel.ForAsync(0, 500, (i, _) =>
        {
            Sns.Publish(topic, new PublishInput("m") { GroupId = "g", DeduplicationId = $"{i}" });
            return ValueTask.CompletedTask;
        });
        await Sns.WhenIdleAsync();

        var sequence = Targets.BodiesTo(FifoQueue).Select(body => Json(body).GetProperty("SequenceNumber").GetString()!).ToArray();
        Assert.Equal(500, sequence.Length);
        Assert.Equal(sequence.Order(StringComparer.Ordinal), sequence);
    }
}
