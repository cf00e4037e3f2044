using Patterns.Local.Services;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Stacks.Targets;

namespace Patterns.Local.Tests.Stacks.Targets;

public sealed class DeliveryTargetsTests
{
    private readonly SqsService _sqs = new(new AwsEnvironment("us-east-1", "000000000000", new TestClock()));
    private readonly DeliveryTargets _targets = new();

    public DeliveryTargetsTests() => _targets.Add("sqs", new QueueTarget(_sqs));

    [Fact]
    public async Task A_message_reaches_the_queue_of_the_arn_with_its_attributes()
    {
        var queue = _sqs.Create("q");

        var result = await DeliverAsync(queue.Arn, new Delivery("body") { Attributes = new Dictionary<string, MessageAttribute> { ["kind"] = MessageAttribute.OfString("a") } });

        Assert.Equal(DeliveryResult.Delivered, result);
        var message = Assert.Single(queue.Receive(1));
        Assert.Equal("a", message.Attributes!["kind"].StringValue);
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_a_permanent_failure() =>
        Assert.Equal(DeliveryResult.Permanent("The specified queue does not exist.", "QueueDoesNotExist"), await DeliverAsync("arn:aws:sqs:us-east-1:000000000000:none", new Delivery("")));

    [Fact]
    public async Task A_fifo_queue_refuses_a_message_without_a_group_for_good()
    {
        var queue = _sqs.Create("q.fifo", new Dictionary<string, string> { ["FifoQueue"] = "true" });

        Assert.Equal(DeliveryOutcome.Permanent, (await DeliverAsync(queue.Arn, new Delivery("body"))).Outcome);
    }

    [Theory]
    [InlineData("arn:aws:events:us-east-1:000000000000:event-bus/default")]
    [InlineData("https://example.com/q")]
    public async Task Other_targets_are_refused_for_good(string arn) =>
        Assert.Equal(DeliveryResult.Permanent($"{arn} names nothing that takes messages here; resources of these services do: sqs."), await DeliverAsync(arn, new Delivery("")));

    private ValueTask<DeliveryResult> DeliverAsync(string arn, Delivery delivery) => _targets.DeliverAsync(arn, delivery, CancellationToken.None);
}
