using Patterns.Outbound;

namespace Patterns.Core.Tests.Records;

public sealed class RecordHandlerTests
{
    private static readonly Func<string, string> Body = OrderHandler.Body;

    [Fact]
    public async Task Only_the_failed_message_returns_to_a_standard_queue()
    {
        var handler = OrderHandler.FailingOn("b");

        var reply = await handler.RunAsync(Events.Sqs(Body("a"), Body("b"), Body("c")));

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Equal(["a", "c"], handler.Handled.Order());
    }

    [Fact]
    public async Task A_batch_without_failures_gives_an_empty_list()
    {
        var handler = new OrderHandler();

        var reply = await handler.RunAsync(Events.Sqs(Body("a")));

        Assert.Equal("""{"batchItemFailures":[]}""", await new StreamReader(reply).ReadToEndAsync());
    }

    [Fact]
    public async Task The_rest_of_a_message_group_returns_with_its_failed_message_and_other_groups_go_on()
    {
        var handler = OrderHandler.FailingOn("a1");

        var reply = await handler.RunAsync(Events.SqsFifo(
            Fifo("a0", "A"), Fifo("b0", "B"), Fifo("a1", "A"), Fifo("b1", "B"), Fifo("a2", "A")));

        Assert.Equal(["a1", "a2"], reply.FailedIds());
        Assert.Equal(["a0", "b0", "b1"], handler.Handled.Order());
    }

    [Fact]
    public async Task A_standard_queue_with_fair_groups_is_not_ordered()
    {
        var handler = OrderHandler.FailingOn("a0");

        var reply = await handler.RunAsync(Events.Sqs(Fifo("a0", "A"), Fifo("a1", "A")));

        Assert.Equal(["a0"], reply.FailedIds());
    }

    [Fact]
    public async Task A_stream_resumes_from_its_lowest_unfinished_record()
    {
        var handler = OrderHandler.FailingOn("b", "c");

        var reply = await handler.RunAsync(Events.Kinesis(
            new StreamRecord("1", Body("a")), new StreamRecord("2", Body("b")), new StreamRecord("3", Body("c")), new StreamRecord("1", Body("d"))));

        Assert.Equal(["2"], reply.FailedIds());
        Assert.Equal(["a", "d"], handler.Handled.Order());
    }

    [Fact]
    public async Task A_failed_record_stops_its_key_and_no_other()
    {
        var handler = OrderHandler.FailingOn("x1");

        await handler.RunAsync(Events.Kinesis(
            new StreamRecord("x", Body("x1")), new StreamRecord("x", Body("x2")), new StreamRecord("y", Body("y1")), new StreamRecord("y", Body("y2"))));

        Assert.Equal(["y1", "y2"], handler.Handled);
    }

    [Fact]
    public async Task Changes_of_a_table_with_a_two_part_key_run_one_after_the_other_unless_the_partition_is_named()
    {
        var inFlight = 0;
        var most = 0;
        OrderHandler Handler(string? partition) => new(
            async (_, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inFlight));
                await Task.Yield();
                Interlocked.Decrement(ref inFlight);
            },
            new RecordHandlerOptions { PartitionKeyName = partition });
        var changes = Enumerable.Range(0, 20)
            .Select(n => new TableRecord("INSERT", $$$"""{"pk":{"S":"{{{n}}}"},"sk":{"S":"x"}}""") { NewImage = $$$"""{"id":{"S":"{{{n}}}"}}""" })
            .ToArray();

        var sequential = Handler(partition: null);
        await sequential.RunAsync(Events.DynamoDb(changes));

        Assert.Equal(1, most);
        Assert.Equal(changes.Length, sequential.Handled.Count);
        var named = Handler("pk");
        await named.RunAsync(Events.DynamoDb(changes));
        Assert.Equal(changes.Length, named.Handled.Count);
    }

    [Fact]
    public async Task A_single_failed_record_without_partial_replies_throws_its_own_exception()
    {
        var handler = OrderHandler.FailingOn("a");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => handler.RunAsync(Events.Direct(Body("a"))));

        Assert.Equal("no a", exception.Message);
    }

    [Fact]
    public async Task Several_notifications_fail_with_one_exception_that_names_all_failures()
    {
        var handler = OrderHandler.FailingOn("a", "c");

        var exception = await Assert.ThrowsAsync<BatchFailedException>(
            () => handler.RunAsync(Events.Sns(Body("a"), Body("b"), Body("c"))));

        Assert.Equal("2 of 3 Sns records failed: 0 (HandlerFailed), 2 (HandlerFailed)", exception.Message);
        Assert.Equal(2, exception.InnerExceptions.Count);
        Assert.Equal(["b"], handler.Handled);
    }

    [Fact]
    public async Task A_source_that_reads_no_reply_gets_null()
    {
        var reply = await new OrderHandler().RunAsync(Events.Sns(Body("a")));

        Assert.Equal("null", await new StreamReader(reply).ReadToEndAsync());
    }

    [Fact]
    public async Task A_mapping_without_partial_replies_gets_an_exception()
    {
        var handler = new OrderHandler(
            (_, _) => throw new InvalidOperationException(),
            new RecordHandlerOptions { ReportBatchItemFailures = false });

        await Assert.ThrowsAsync<BatchFailedException>(() => handler.RunAsync(Events.Sqs(Body("a"), Body("b"))));
    }

    [Fact]
    public async Task No_more_records_run_at_a_time_than_allowed()
    {
        var inFlight = 0;
        var most = 0;
        var handler = new OrderHandler(
            async (_, _) =>
            {
                var now = Interlocked.Increment(ref inFlight);
                lock (this)
                {
                    most = Math.Max(most, now);
                }

                await Task.Yield();
                Interlocked.Decrement(ref inFlight);
            },
            new RecordHandlerOptions { MaxParallelism = 3 });

        await handler.RunAsync(Events.Sqs([.. Enumerable.Range(0, 50).Select(n => Body($"{n}"))]));

        Assert.Equal(50, handler.Handled.Count);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task A_failure_is_logged_with_the_record_and_without_its_body()
    {
        var context = new FakeLambdaContext();

        await OrderHandler.FailingOn("secret").RunAsync(Events.Sqs(Body("secret")), context);

        var line = Assert.Single(context.Log.Lines);
        Assert.Equal(
            "Warning: Record {RecordId} of {Source} failed on attempt {Attempt} and goes back to its source. "
            + "[0, arn:aws:sqs:eu-west-1:111122223333:orders, 1] InvalidOperationException",
            line);
    }

    [Fact]
    public async Task Records_that_are_already_read_go_through_the_same_engine()
    {
        var handler = OrderHandler.FailingOn("b");

        var outcome = await handler.HandleBatchAsync(new ListBatch(SourceKind.SqsFifo, Body("a"), Body("b"), Body("c")), new FakeLambdaContext());

        Assert.Equal(["1", "2"], outcome.ReportedIds);
        Assert.Equal(["1", "2"], outcome.ToReply().FailedIds());
        Assert.Equal([FailureReason.HandlerFailed, FailureReason.Blocked], outcome.Failures.Select(failure => failure.Reason));
    }

    [Fact]
    public async Task A_context_that_outlives_its_invocation_does_not_show_another_one()
    {
        RecordContext? kept = null;
        var handler = new OrderHandler((_, context) =>
        {
            kept = context;
            return ValueTask.CompletedTask;
        });

        await handler.RunAsync(Events.Sqs(Body("a")));

        Assert.Throws<ObjectDisposedException>(() => kept!.Id);
    }

    [Fact]
    public void Options_name_every_mistake_at_once()
    {
        var options = new RecordHandlerOptions { MaxParallelism = 0, DeadlineReserve = TimeSpan.FromSeconds(-1), PartitionKeyName = "" };

        var exception = Assert.Throws<OptionsException>(() => new OrderHandler(options: options));

        Assert.Equal(
            "RecordHandlerOptions: MaxParallelism must be at least 1, but is 0. DeadlineReserve must not be negative, but is -00:00:01. "
            + "PartitionKeyName must be null or the name of an attribute, but is empty.",
            exception.Message);
    }

    [Fact]
    public void Defaults_are_as_documented()
    {
        var options = new RecordHandlerOptions();

        Assert.Equal(10, options.MaxParallelism);
        Assert.Equal(TimeSpan.FromSeconds(1), options.DeadlineReserve);
        Assert.Null(options.FailureDestination);
        Assert.False(options.BlockingHandlers);
        Assert.True(options.UnwrapEnvelopes);
        Assert.True(options.ReportBatchItemFailures);
        Assert.Null(options.PartitionKeyName);
        Assert.True(options.IsNonRetryable(new NonRetryableException("x")));
        Assert.False(options.IsNonRetryable(new InvalidOperationException()));
    }

    private static SqsRecord Fifo(string id, string group) => new(Body(id)) { MessageId = id, GroupId = group };
}
