using Patterns.Local.Services;
using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class FifoTests : SnsTestBase
{
    [Fact]
    public async Task A_fifo_queue_gets_group_deduplication_id_and_sequence()
    {
        var topic = FifoTopic();
        Sns.Subscribe(topic, "sqs", FifoQueue);

        var first = await PublishAsync(topic, Input("1"));
        var second = await PublishAsync(topic, Input("2"));

        var delivery = Targets.To(FifoQueue)[0];
        Assert.Equal(("g", "1"), (delivery.GroupId, delivery.DeduplicationId));
        Assert.Equal(20, first.SequenceNumber!.Length);
        Assert.True(string.CompareOrdinal(first.SequenceNumber, second.SequenceNumber) < 0);
        Assert.Equal(
            ["Type", "MessageId", "SequenceNumber", "TopicArn", "Message", "Timestamp", "UnsubscribeURL"],
            Json(delivery.Body).EnumerateObject().Select(property => property.Name));
        Assert.Equal(first.SequenceNumber, Json(delivery.Body).GetProperty("SequenceNumber").GetString());
    }

    [Fact]
    public async Task A_standard_queue_gets_neither_group_nor_deduplication_id()
    {
        var topic = FifoTopic();
        Sns.Subscribe(topic, "sqs", Queue);

        await PublishAsync(topic, Input("1"));

        Assert.Equal((null, null), (Targets.To(Queue)[0].GroupId, Targets.To(Queue)[0].DeduplicationId));
    }

    [Fact]
    public async Task A_duplicate_within_five_minutes_is_accepted_and_not_delivered()
    {
        var topic = FifoTopic();
        Sns.Subscribe(topic, "sqs", FifoQueue);

        var first = await PublishAsync(topic, Input("same"));
        await AdvanceAsync(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal(first, await PublishAsync(topic, Input("same") with { GroupId = "other" }));
        await AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.NotEqual(first, await PublishAsync(topic, Input("same")));

        Assert.Equal(2, Targets.To(FifoQueue).Length);
    }

    [Fact]
    public async Task With_group_scope_duplicates_are_looked_for_inside_the_group()
    {
        var topic = FifoTopic(("FifoThroughputScope", "MessageGroup"));
        Sns.Subscribe(topic, "sqs", FifoQueue);

        await PublishAsync(topic, Input("same"));
        await PublishAsync(topic, Input("same") with { GroupId = "other" });
        await PublishAsync(topic, Input("same"));

        Assert.Equal(2, Targets.To(FifoQueue).Length);
    }

    [Fact]
    public async Task Content_identifies_a_message_whatever_its_attributes()
    {
        var topic = FifoTopic(("ContentBasedDeduplication", "true"));
        Sns.Subscribe(topic, "sqs", FifoQueue);
        var attributes = new Dictionary<string, MessageAttribute> { ["a"] = MessageAttribute.OfString("x") };

        await PublishAsync(topic, new PublishInput("Test") { GroupId = "g" });
        await PublishAsync(topic, new PublishInput("Test") { GroupId = "g", Attributes = attributes });

        Assert.Equal("532eaabd9574880dbf76b9b8cc00832c20a6ec113d682299550d7a6e0f345e25", Assert.Single(Targets.To(FifoQueue)).DeduplicationId);
    }

    [Fact]
    public void A_fifo_topic_needs_a_group_and_a_way_to_deduplicate()
    {
        Refused(() => Sns.Publish(FifoTopic(), new PublishInput("m")), "Invalid parameter: The MessageGroupId parameter is required for FIFO topics");
        Refused(() => Sns.Publish(FifoTopic(), new PublishInput("m") { GroupId = "g" }), "Invalid parameter: The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        Refused(() => Sns.Publish(FifoTopic(), Input("m") with { GroupId = "with space" }), "Invalid parameter: MessageGroupId Reason: can only include alphanumeric and punctuation characters, 1 to 128 in length");
    }

    [Fact]
    public async Task A_retried_message_holds_up_its_group_and_no_other()
    {
        var topic = FifoTopic();
        Sns.Subscribe(topic, "sqs", FifoQueue, Set(("RawMessageDelivery", "true")));
        var isBusy = true;
        Targets.Respond = (_, delivery, _) => delivery.Body == "a1" && isBusy ? DeliveryResult.Retryable("busy") : DeliveryResult.Delivered;

        Sns.Publish(topic, Input("a1", "a"));
        Sns.Publish(topic, Input("a2", "a"));
        await PublishAsync(topic, Input("b1", "b"));
        Assert.Equal(["b1"], Targets.BodiesTo(FifoQueue));
        isBusy = false;
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["b1", "a1", "a2"], Targets.BodiesTo(FifoQueue));
    }

    [Fact]
    public async Task After_a_message_was_given_up_its_group_goes_on()
    {
        var topic = FifoTopic();
        const string FifoDeadLetters = DeadLetters + ".fifo";
        Sns.Subscribe(topic, "sqs", FifoQueue, Set(("RawMessageDelivery", "true"), ("RedrivePolicy", $$"""{"deadLetterTargetArn":"{{FifoDeadLetters}}"}""")));
        Targets.Respond = (arn, delivery, _) => arn == FifoQueue && delivery.Body == "1" ? DeliveryResult.Permanent("bad") : DeliveryResult.Delivered;

        Sns.Publish(topic, Input("1"));
        await PublishAsync(topic, Input("2"));

        Assert.Equal(["2"], Targets.BodiesTo(FifoQueue));
        var dead = Assert.Single(Targets.To(FifoDeadLetters));
        Assert.Equal(("1", "g", "1"), (dead.Body, dead.GroupId, dead.DeduplicationId));
    }

    private static PublishInput Input(string message, string group = "g") => new(message) { GroupId = group, DeduplicationId = message };
}
