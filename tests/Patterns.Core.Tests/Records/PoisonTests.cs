using System.Text;
using Patterns.Outbound;

namespace Patterns.Core.Tests.Records;

public sealed class PoisonTests
{
    private readonly InMemoryDestination _failures = new("failures");

    [Fact]
    public async Task A_message_that_cannot_be_decoded_goes_to_the_failure_destination_and_its_neighbours_go_on()
    {
        var handler = Handler();

        var reply = await handler.RunAsync(Events.Sqs(OrderHandler.Body("a"), "{ not json", OrderHandler.Body("c")));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a", "c"], handler.Handled);
        var poison = Assert.Single(_failures.Received);
        Assert.Equal("{ not json", Encoding.UTF8.GetString(poison.Body.Span));
        Assert.Equal("Undecodable", poison.Attributes[FailureAttributes.Reason]);
        Assert.Equal("JsonException", poison.Attributes[FailureAttributes.ExceptionType]);
        Assert.Equal("arn:aws:sqs:eu-west-1:111122223333:orders", poison.Source);
        Assert.Equal(("1-1", "1"), (poison.Id, poison.CausationId));
    }

    [Fact]
    public async Task A_non_retryable_failure_goes_to_the_failure_destination_with_reason_attempt_and_trace()
    {
        var handler = Handler((_, _) => throw new NonRetryableException("we do not ship there"));
        const string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        await handler.RunAsync(Events.Sqs(new SqsRecord(OrderHandler.Body("a"))
        {
            MessageId = "m",
            ReceiveCount = 3,
            Attributes = new Dictionary<string, string> { ["traceparent"] = trace, ["ce-correlationid"] = "c-1" },
        }));

        var poison = Assert.Single(_failures.Received);
        Assert.Equal("HandlerFailed", poison.Attributes[FailureAttributes.Reason]);
        Assert.Equal("we do not ship there", poison.Attributes[FailureAttributes.Message]);
        Assert.Equal("3", poison.Attributes[FailureAttributes.Attempt]);
        Assert.Equal(trace, poison.TraceParent);
        Assert.Equal("c-1", poison.CorrelationId);
        Assert.True(poison.ToAttributes().Count <= 10);
    }

    [Fact]
    public async Task Without_a_failure_destination_poison_is_reported_as_failed()
    {
        var reply = await new OrderHandler().RunAsync(Events.Sqs(OrderHandler.Body("a"), "null", "[]"));

        Assert.Equal(["1", "2"], reply.FailedIds());
    }

    [Fact]
    public async Task When_the_failure_destination_refuses_the_record_is_reported_as_failed()
    {
        _failures.Refuse = envelope => new SendFailure(envelope, "AccessDenied", "no", IsRetryable: false);
        var context = new FakeLambdaContext();

        var reply = await Handler().RunAsync(Events.Sqs("poison"), context);

        Assert.Equal(["0"], reply.FailedIds());
        Assert.Contains(context.Log.Lines, line => line.Contains("the failure destination did not take it"));
    }

    [Fact]
    public async Task Poison_at_the_failure_destination_does_not_stop_its_group()
    {
        var handler = Handler();

        var reply = await handler.RunAsync(Events.SqsFifo(
            new SqsRecord("poison") { GroupId = "A" }, new SqsRecord(OrderHandler.Body("a1")) { GroupId = "A" }));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a1"], handler.Handled);
        Assert.Equal("A", _failures.Received[0].Key);
    }

    [Fact]
    public async Task Poison_in_a_stream_does_not_hold_the_shard()
    {
        var handler = Handler();

        var reply = await handler.RunAsync(Events.Kinesis(
            new StreamRecord("k", "poison"), new StreamRecord("k", OrderHandler.Body("a"))));

        Assert.Empty(reply.FailedIds());
        Assert.Equal("poison", Encoding.UTF8.GetString(_failures.Received[0].Body.Span));
    }

    [Fact]
    public async Task Data_that_is_not_Base64_is_poison_and_not_an_error_of_the_batch()
    {
        var payload = """{"Records":[{"kinesis":{"partitionKey":"k","sequenceNumber":"7","data":"%%%"},"eventSource":"aws:kinesis"}]}""";

        var reply = await new OrderHandler().RunAsync(Events.Direct(payload));

        Assert.Equal(["7"], reply.FailedIds());
    }

    [Fact]
    public async Task A_failure_for_which_IsNonRetryable_throws_is_tried_again()
    {
        var handler = new OrderHandler(
            (order, _) => order.Id == "bad" ? throw new InvalidOperationException() : ValueTask.CompletedTask,
            new RecordHandlerOptions { FailureDestination = _failures, IsNonRetryable = _ => throw new FormatException() });
        var context = new FakeLambdaContext();

        var reply = await handler.RunAsync(Events.Sqs(OrderHandler.Body("ok"), OrderHandler.Body("bad")), context);

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Empty(_failures.Received);
        Assert.Contains(context.Log.Lines, line => line.Contains("IsNonRetryable threw"));
    }

    private OrderHandler Handler(Func<Order, RecordContext, ValueTask>? handle = null) =>
        new(handle, new RecordHandlerOptions { FailureDestination = _failures });
}
