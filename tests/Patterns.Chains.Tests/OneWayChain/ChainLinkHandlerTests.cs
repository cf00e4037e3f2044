using System.Text;
using System.Text.Json;
using Patterns.Chains.Tests;

namespace Patterns.OneWayChain.Tests;

public sealed class ChainLinkHandlerTests
{
    private readonly InMemoryDestination _next = new("next");
    private readonly InMemoryDestination _failures = new("failures");

    [Fact]
    public async Task The_output_is_at_the_next_step_with_its_chain_before_the_message_counts_as_handled()
    {
        var start = await StartAsync("doc-7");

        var reply = await Validate().FunctionHandler(Events.Sqs(start), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        var output = Assert.Single(_next.Received);
        Assert.Equal("""{"Id":"doc-7","Path":"/validate"}""", Text(output));
        Assert.Equal(("doc-7", "1", "validate"), Chain(output));
        Assert.Equal("doc-7", output.CorrelationId);
        Assert.Equal("doc-7/0", output.CausationId);
        Assert.StartsWith("doc-7/1-", output.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_nobody_has_started_starts_a_chain_by_its_id()
    {
        await Validate().FunctionHandler(Events.Sqs(new SqsRecord(Body("a")) { MessageId = "m-1" }), new FakeLambdaContext());

        Assert.Equal(("m-1", "1", "validate"), Chain(Assert.Single(_next.Received)));
    }

    [Fact]
    public async Task The_output_of_a_message_has_the_same_id_at_every_run_and_another_one_at_every_step()
    {
        var start = await StartAsync("doc-7");
        var branch = Link("classify", _next);

        await Validate().FunctionHandler(Events.Sqs(start), new FakeLambdaContext());
        await Validate().FunctionHandler(Events.Sqs(start with { MessageId = "copy" }), new FakeLambdaContext());
        await new Stage(branch).FunctionHandler(Events.Sqs(start), new FakeLambdaContext());

        Assert.Equal(_next.Received[0].Id, _next.Received[1].Id);
        Assert.NotEqual(_next.Received[0].Id, _next.Received[2].Id);
    }

    [Fact]
    public async Task The_message_comes_again_when_the_next_step_does_not_get_the_output()
    {
        _next.Refuse = envelope => new SendFailure(envelope, "Throttled", null, IsRetryable: true);

        var reply = await Validate().FunctionHandler(Events.Sqs(Body("a")), new FakeLambdaContext());

        Assert.Equal(["0"], reply.FailedIds());
        Assert.Empty(_failures.Received);
    }

    [Fact]
    public async Task An_output_that_cannot_be_handed_on_is_a_failure_of_the_chain()
    {
        _next.Refuse = envelope => new SendFailure(envelope, "InvalidBody", null, IsRetryable: false);

        var reply = await Validate().FunctionHandler(Events.Sqs(Body("a")), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        Assert.Contains("step validate cannot be handed on", Assert.Single(_failures.Received).Attributes[FailureAttributes.Message]);
    }

    [Fact]
    public async Task A_hopeless_message_becomes_a_failure_record_with_the_chain_the_step_and_the_cause()
    {
        var start = await StartAsync("doc-7");
        var step = Validate((_, _, _) => throw new NonRetryableException("No page has text."));

        var reply = await step.FunctionHandler(Events.Sqs(start), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        Assert.Empty(_next.Received);
        var failure = Assert.Single(_failures.Received);
        Assert.Equal(ChainAttributes.Failed, failure.Type);
        Assert.Equal(("doc-7", "0", "validate"), Chain(failure));
        Assert.Equal("No page has text.", failure.Attributes[FailureAttributes.Message]);
        Assert.Equal("NonRetryableException", failure.Attributes[FailureAttributes.ExceptionType]);
        Assert.Equal(start.Body, Text(failure));
        Assert.Equal("doc-7/0/failed-validate", failure.Id);
        Assert.True(failure.ToAttributes().Count <= 10);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_becomes_a_failure_record_of_its_chain()
    {
        var start = await StartAsync("doc-7");

        var reply = await Validate().FunctionHandler(Events.Sqs(start with { Body = "{" }), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        var failure = Assert.Single(_failures.Received);
        Assert.Equal(("doc-7", "0", "validate"), Chain(failure));
        Assert.Equal("JsonException", failure.Attributes[FailureAttributes.ExceptionType]);
    }

    [Fact]
    public async Task The_message_comes_again_when_its_failure_record_is_not_taken()
    {
        _failures.Refuse = envelope => new SendFailure(envelope, "Throttled", null, IsRetryable: true);

        var reply = await Validate().FunctionHandler(Events.Sqs("{"), new FakeLambdaContext());

        Assert.Equal(["0"], reply.FailedIds());
    }

    [Fact]
    public async Task The_output_of_a_function_before_is_taken_out_of_the_record_of_its_destination()
    {
        var step = Validate();

        await step.FunctionHandler(Events.Sqs(Records.Success(Body("request"), Body("response"))), new FakeLambdaContext());

        Assert.Equal("""{"Id":"response","Path":"/validate"}""", Text(Assert.Single(_next.Received)));
        Assert.Equal(("r-1", 1, "receive"), (step.Runs[0].ChainId, step.Runs[0].Hop, step.Runs[0].SentBy));
    }

    [Fact]
    public async Task A_record_of_a_destination_is_unwrapped_from_a_queue_a_bus_a_notification_and_an_invocation()
    {
        var record = Records.Success(Body("request"), Body("response"));
        var step = Validate();

        await step.FunctionHandler(Events.Sqs(record), new FakeLambdaContext());
        await step.FunctionHandler(Events.EventBridge("Lambda Function Invocation Result - Success", record, "lambda"), new FakeLambdaContext());
        await step.FunctionHandler(Events.Sns(record), new FakeLambdaContext());
        await step.FunctionHandler(Events.Sqs(Events.SnsEnvelope(record)), new FakeLambdaContext());
        await step.FunctionHandler(Events.Direct(record), new FakeLambdaContext());

        Assert.Equal(5, _next.Received.Count);
        Assert.Single(_next.Received.Select(envelope => (envelope.Id, Text(envelope))).Distinct());
    }

    [Fact]
    public async Task A_step_never_runs_on_the_failure_of_the_one_before()
    {
        var step = Validate();

        await step.FunctionHandler(Events.Sqs(Records.Failure(Body("request"), "RetriesExhausted")), new FakeLambdaContext());

        Assert.Empty(step.Runs);
        var failure = Assert.Single(_failures.Received);
        Assert.Equal("PredecessorFailedException", failure.Attributes[FailureAttributes.ExceptionType]);
        Assert.Equal("r-1", failure.Attributes[ChainAttributes.ChainId]);
    }

    [Fact]
    public async Task A_chain_that_goes_in_a_circle_ends_as_failed()
    {
        var circle = new TestQueue("circle");
        var step = new Stage(new ChainLinkOptions { Step = "again", Next = circle, Failures = _failures, MaxHops = 5 });
        circle.Put(await StartAsync("doc-7"));

        while (await circle.DeliverAsync(step.FunctionHandler))
        {
        }

        Assert.Equal(5, step.Runs.Count);
        var failure = Assert.Single(_failures.Received);
        Assert.Equal("ChainLoopException", failure.Attributes[FailureAttributes.ExceptionType]);
        Assert.Equal(
            "Chain doc-7 was handed on 5 times when it came to step again, and 5 are allowed. Look for a circle, or allow more by MaxHops.",
            failure.Attributes[FailureAttributes.Message]);
    }

    [Fact]
    public async Task The_last_step_reports_the_completion()
    {
        var done = new InMemoryDestination("done");
        var step = new Stage(new ChainLinkOptions { Step = "archive", Completed = done, Failures = _failures });

        await step.FunctionHandler(Events.Sqs(await StartAsync("doc-7")), new FakeLambdaContext());

        var report = Assert.Single(done.Received);
        Assert.Equal(ChainAttributes.Completed, report.Type);
        Assert.Equal("doc-7", report.Attributes[ChainAttributes.ChainId]);
    }

    [Fact]
    public async Task A_chain_keeps_its_conversation_and_its_key()
    {
        var first = new InMemoryDestination("first");
        await new ChainStart<Document>(first, DocumentJson.Default.Document)
            .StartAsync("doc-7", new Document("doc-7", ""), CancellationToken.None, correlationId: "customer-1", key: "k");

        await Validate().FunctionHandler(Events.SqsFifo(TestQueue.Message(first.Received[0])), new FakeLambdaContext());

        Assert.Equal(("customer-1", "k"), (_next.Received[0].CorrelationId, _next.Received[0].Key));
    }

    [Fact]
    public void Mistakes_in_options_are_all_named_when_the_function_starts()
    {
        var mistakes = Assert.Throws<OptionsException>(() => new Stage(new ChainLinkOptions { Step = " ", Failures = null!, MaxHops = 0 }));

        Assert.Equal(
            "ChainLinkOptions: Step must be the step's name, but is empty. Exactly one of Next and Completed must be set: a step has a next one, or is the last. "
            + "Failures and Outbound must not be null. MaxHops must be at least 1, but is 0.",
            mistakes.Message);
        Assert.Equal(50, new ChainLinkOptions { Step = "a", Failures = _failures }.MaxHops);
    }

    private static string Body(string id) => JsonSerializer.Serialize(new Document(id, ""), DocumentJson.Default.Document);

    private static string Text(Envelope envelope) => Encoding.UTF8.GetString(envelope.Body.Span);

    private static (string Id, string Hop, string Step) Chain(Envelope envelope) =>
        (envelope.Attributes[ChainAttributes.ChainId], envelope.Attributes[ChainAttributes.Hop], envelope.Attributes[ChainAttributes.Step]);

    private static async Task<SqsRecord> StartAsync(string chainId)
    {
        var first = new InMemoryDestination("first");
        await new ChainStart<Document>(first, DocumentJson.Default.Document).StartAsync(chainId, new Document(chainId, ""), CancellationToken.None);
        return TestQueue.Message(Assert.Single(first.Received));
    }

    private Stage Validate(Func<Document, ChainPosition, RecordContext, ValueTask>? effect = null) => new(Link("validate", _next), effect);

    private ChainLinkOptions Link(string step, IDestination next) =>
        new() { Step = step, Next = next, Failures = _failures, Outbound = new OutboundOptions { MaxAttempts = 1 } };
}
