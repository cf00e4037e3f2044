using Patterns.Local.Services;
using Patterns.Local.Services.Sns.Deliveries;
using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class DeliveryTests : SnsTestBase
{
    [Fact]
    public async Task A_server_error_is_retried_on_the_clock()
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "sqs", Queue);
        Targets.Respond = (_, _, attempt) => attempt <= 6 ? DeliveryResult.Retryable("busy") : DeliveryResult.Delivered;

        await PublishAsync(topic, "m");
        Assert.Equal(4, Targets.AttemptsOn(Queue));
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(5, Targets.AttemptsOn(Queue));
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(6, Targets.AttemptsOn(Queue));
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Single(Targets.To(Queue));
        Assert.Equal((1, 6), (subscription.Counts[DeliveryFate.Delivered], subscription.Counts[DeliveryFate.Retried]));
        Assert.Equal(7, Log.Records[^1].Attempts);
    }

    [Fact]
    public async Task A_client_error_goes_straight_to_the_dead_letter_queue()
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "sqs", Queue, Set(("RedrivePolicy", Redrive), ("RawMessageDelivery", "true")));
        Targets.Respond = (arn, _, _) => arn == Queue ? DeliveryResult.Permanent("no such queue") : DeliveryResult.Delivered;
        var attributes = new Dictionary<string, MessageAttribute> { ["a"] = MessageAttribute.OfString("x") };

        await PublishAsync(topic, new PublishInput("m") { Attributes = attributes });

        var dead = Assert.Single(Targets.To(DeadLetters));
        Assert.Equal(("m", 1), (dead.Body, Targets.AttemptsOn(Queue)));
        Assert.Same(attributes, dead.Attributes);
        Assert.Equal(1, subscription.Counts[DeliveryFate.DeadLettered]);
    }

    [Fact]
    public async Task A_dead_letter_queue_gets_the_document_that_a_function_did_not_get()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "lambda", Function, Set(("RedrivePolicy", Redrive)));
        Targets.Respond = (arn, _, _) => arn == Function ? DeliveryResult.Permanent("no such function") : DeliveryResult.Delivered;

        await PublishAsync(topic, "m");

        Assert.Equal("Notification", Json(Assert.Single(Targets.BodiesTo(DeadLetters))).GetProperty("Type").GetString());
    }

    [Fact]
    public async Task Without_a_dead_letter_queue_the_loss_is_counted_and_logged()
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "sqs", Queue);
        Targets.Respond = (_, _, _) => DeliveryResult.Permanent("gone");

        var accepted = await PublishAsync(topic, "m");

        Assert.Equal(1, subscription.Counts[DeliveryFate.Dropped]);
        Assert.Equal(new DeliveryRecord(DeliveryFate.Dropped, subscription.Arn, accepted.MessageId, 1, "gone"), Assert.Single(Log.Records));
    }

    [Fact]
    public async Task A_busy_dead_letter_queue_is_retried_and_a_missing_one_loses_the_message()
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "sqs", Queue, Set(("RedrivePolicy", Redrive)));
        Targets.Respond = (arn, _, attempt) => arn == Queue || attempt == 6 ? DeliveryResult.Permanent("gone") : attempt == 5 ? DeliveryResult.Delivered : DeliveryResult.Retryable("busy");

        await PublishAsync(topic, "kept");
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        await PublishAsync(topic, "lost");

        Assert.Single(Targets.To(DeadLetters));
        Assert.Equal((1, 1), (subscription.Counts[DeliveryFate.DeadLettered], subscription.Counts[DeliveryFate.Dropped]));
    }

    [Fact]
    public async Task A_target_that_throws_is_a_failure_to_retry()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue);
        Targets.Respond = (_, _, attempt) => attempt == 1 ? throw new InvalidOperationException("bug") : DeliveryResult.Delivered;

        await PublishAsync(topic, "m");

        Assert.Single(Targets.To(Queue));
        Assert.Equal("bug", Log.Records[0].Error);
    }

    [Fact]
    public async Task A_waiting_message_of_a_standard_topic_holds_up_no_other()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue, Set(("RawMessageDelivery", "true")));
        Targets.Respond = (_, delivery, attempt) => delivery.Body == "slow" && attempt < 6 ? DeliveryResult.Retryable("busy") : DeliveryResult.Delivered;

        await PublishAsync(topic, "slow");
        await PublishAsync(topic, "quick");
        Assert.Equal(["quick"], Targets.BodiesTo(Queue));
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["quick", "slow"], Targets.BodiesTo(Queue));
    }

    [Fact]
    public async Task Unsubscribing_drops_what_still_waits()
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "sqs", Queue);
        Targets.Respond = (_, _, _) => DeliveryResult.Retryable("busy");
        await PublishAsync(topic, "m");

        Sns.Unsubscribe(subscription.Arn);
        await AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(4, Targets.AttemptsOn(Queue));
        Assert.Equal((1, 1), (subscription.Counts.Accepted, subscription.Counts[DeliveryFate.Dropped]));
    }

    [Fact]
    public void Queues_and_functions_are_tried_100015_times_over_23_days()
    {
        var total = TimeSpan.Zero;
        var failures = 0;
        while (ManagedRetrySchedule.Instance.DelayAfter(failures + 1) is { } delay)
        {
            failures++;
            total += delay;
        }

        Assert.Equal(100_015, failures);
        Assert.Equal(23, (int)total.TotalDays);
        Assert.Equal(TimeSpan.FromSeconds(1), ManagedRetrySchedule.Instance.DelayAfter(6));
        Assert.Equal(TimeSpan.FromSeconds(20), ManagedRetrySchedule.Instance.DelayAfter(15));
    }

    [Theory]
    [InlineData("linear", new[] { 0, 1, 1, 5.75, 10.5, 15.25, 20, 20 })]
    [InlineData("arithmetic", new[] { 0, 1, 1, 3.97, 8.12, 13.47, 20, 20 })]
    [InlineData("geometric", new[] { 0, 1, 1, 2.11, 4.47, 9.46, 20, 20 })]
    public void A_web_policy_has_four_phases(string function, double[] seconds)
    {
        var policy = HttpDeliveryPolicy.ParseForSubscription("", $$$"""{"healthyRetryPolicy":{"minDelayTarget":1,"maxDelayTarget":20,"numRetries":8,"numNoDelayRetries":1,"numMinDelayRetries":1,"numMaxDelayRetries":1,"backoffFunction":"{{{function}}}"}}""").Retry!;

        Assert.Equal(seconds, Enumerable.Range(1, 8).Select(failures => Math.Round(policy.DelayAfter(failures)!.Value.TotalSeconds, 2)));
        Assert.Null(policy.DelayAfter(9));
    }
}
