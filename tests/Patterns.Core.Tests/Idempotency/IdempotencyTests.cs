using Patterns.Idempotency;
using Polly;
using Polly.Retry;

namespace Patterns.Core.Tests.Idempotency;

public sealed class IdempotencyTests
{
    private readonly IdempotencyBench _bench = new();

    [Fact]
    public async Task A_message_that_comes_again_is_acknowledged_and_not_handled_again()
    {
        var handler = _bench.Handler();

        await _bench.RunAsync(handler, "a", "b");
        var reply = await _bench.RunAsync(handler, "b", "c", "a");

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a", "b", "c"], handler.Handled);
    }

    [Fact]
    public async Task Another_process_recognises_the_message()
    {
        await _bench.RunAsync(_bench.Handler(), "a");
        var other = _bench.Handler();

        var reply = await _bench.RunAsync(other, "a");

        Assert.Empty(reply.FailedIds());
        Assert.Empty(other.Handled);
    }

    [Fact]
    public async Task A_batch_of_ten_costs_two_calls_of_the_table()
    {
        await _bench.RunAsync(_bench.Handler(), Enumerable.Range(0, 10).Select(n => $"{n}"));

        Assert.Equal(["transact", "transact"], _bench.Table.Calls);
    }

    [Fact]
    public async Task A_batch_of_ten_with_failures_and_enlisted_writes_costs_two_calls_as_well()
    {
        var handler = _bench.Handler((order, context) => order.Id is "3" or "7"
            ? throw new InvalidOperationException()
            : IdempotencyBench.EnlistEffect(order, context));

        var reply = await _bench.RunAsync(handler, Enumerable.Range(0, 10).Select(n => $"{n}"));

        Assert.Equal(["3", "7"], reply.FailedIds());
        Assert.Equal(["transact", "transact"], _bench.Table.Calls);
        Assert.Null(_bench.StatusOf("3"));
        Assert.Equal("done", _bench.StatusOf("4"));
        Assert.Equal(1, _bench.Effects("4"));
    }

    [Fact]
    public async Task A_single_message_needs_no_transaction()
    {
        await _bench.RunAsync(_bench.Handler(), "a");

        Assert.Equal(["write", "write"], _bench.Table.Calls);
    }

    [Fact]
    public async Task Ten_repetitions_cost_one_call_and_none_when_the_process_knows_them()
    {
        var ids = Enumerable.Range(0, 10).Select(n => $"{n}").ToArray();
        await _bench.RunAsync(_bench.Handler(), ids);
        var other = _bench.Handler();

        await _bench.RunAsync(other, ids);
        await _bench.RunAsync(other, ids);

        Assert.Equal(3, _bench.Table.Calls.Count);
    }

    [Fact]
    public async Task New_messages_beside_repetitions_cost_three_calls()
    {
        await _bench.RunAsync(_bench.Handler(), "a", "b");
        var handler = _bench.Handler();

        await _bench.RunAsync(handler, "a", "b", "c", "d");

        Assert.Equal(["c", "d"], handler.Handled);
        Assert.Equal(5, _bench.Table.Calls.Count);
    }

    [Fact]
    public async Task More_keys_than_a_transaction_takes_are_claimed_in_several()
    {
        var handler = _bench.Handler();

        await _bench.RunAsync(handler, Enumerable.Range(0, 250).Select(n => $"{n}"));

        Assert.Equal(250, handler.Handled.Count);
        Assert.Equal(6, _bench.Table.Calls.Count);
        Assert.All(_bench.Store.Items, item => Assert.Equal("done", item["status"]!.GetString()));
    }

    [Fact]
    public async Task A_failed_message_gives_its_key_back_and_runs_again_at_once()
    {
        await _bench.RunAsync(_bench.Handler((_, _) => throw new InvalidOperationException()), "a");
        var handler = _bench.Handler();

        var reply = await _bench.RunAsync(handler, "a");

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a"], handler.Handled);
    }

    [Fact]
    public async Task A_diverted_message_gives_its_key_back()
    {
        var handler = _bench.Handler((_, _) => throw new NonRetryableException("poison"), diverts: true);

        var reply = await _bench.RunAsync(handler, "a", "b");

        Assert.Empty(reply.FailedIds());
        Assert.Equal(2, _bench.Letters.Received.Count);
        Assert.Empty(_bench.Store.Items);
    }

    [Fact]
    public async Task An_undecodable_message_is_poison_and_claims_no_key()
    {
        var handler = _bench.Handler(diverts: true);

        var reply = await handler.RunAsync(Events.Sqs(OrderHandler.Body("a"), "{"), _bench.Context());

        Assert.Empty(reply.FailedIds());
        Assert.Single(_bench.Letters.Received);
        Assert.Single(_bench.Store.Items);
    }

    [Fact]
    public async Task What_a_group_never_started_gives_its_keys_back()
    {
        var handler = _bench.Handler((order, _) => order.Id == "b" ? throw new InvalidOperationException() : ValueTask.CompletedTask);
        var batch = IdempotencyBench.Fifo(("g", OrderHandler.Body("a")), ("g", OrderHandler.Body("b")), ("g", OrderHandler.Body("c")));

        var reply = await handler.RunAsync(batch, _bench.Context());

        Assert.Equal(["1", "2"], reply.FailedIds());
        Assert.Equal("done", _bench.StatusOf("a"));
        Assert.Null(_bench.StatusOf("b"));
        Assert.Null(_bench.StatusOf("c"));
        Assert.Equal(2, _bench.Table.Calls.Count);
    }

    [Fact]
    public async Task What_the_deadline_left_over_gives_its_keys_back()
    {
        var handler = _bench.Handler(
            (_, _) =>
            {
                _bench.Time.Advance(TimeSpan.FromSeconds(14.7));
                return ValueTask.CompletedTask;
            },
            parallelism: 1);

        var reply = await _bench.RunAsync(handler, "a", "b", "c");

        Assert.Equal(["2"], reply.FailedIds());
        Assert.Equal("done", _bench.StatusOf("b"));
        Assert.Null(_bench.StatusOf("c"));
    }

    [Fact]
    public async Task A_handler_that_was_given_up_keeps_its_key_until_the_lease_ends()
    {
        var hangs = new TaskCompletionSource();
        var handler = _bench.Handler((order, _) => order.Id == "a" ? new ValueTask(hangs.Task) : ValueTask.CompletedTask);

        var run = _bench.RunAsync(handler, "a", "b");
        _bench.Time.Advance(TimeSpan.FromSeconds(29.5));
        var reply = await run;
        hangs.SetResult();

        Assert.Equal(["0"], reply.FailedIds());
        Assert.Equal("started", _bench.StatusOf("a"));
        Assert.Equal("done", _bench.StatusOf("b"));
    }

    [Fact]
    public async Task The_same_key_with_another_payload_is_an_error_that_names_the_key()
    {
        await _bench.RunAsync(_bench.Handler(), "a");

        var outcome = await _bench.Handler().HandleBatchAsync(
            RecordBatch.Of("1", System.Text.Encoding.UTF8.GetBytes(IdempotencyBench.Body("a", 7))),
            _bench.Context());

        var mismatch = Assert.IsType<IdempotencyMismatchException>(Assert.Single(outcome.Failures).Exception);
        Assert.Equal("a", mismatch.Key);
        Assert.Equal("Idempotency key 'a' was used before with another payload.", mismatch.Message);
    }

    [Fact]
    public async Task A_mismatch_goes_to_the_failure_destination()
    {
        var handler = _bench.Handler(diverts: true);
        await _bench.RunAsync(handler, "a");

        var reply = await handler.RunAsync(Events.Sqs(IdempotencyBench.Body("a", 7)), _bench.Context());

        Assert.Empty(reply.FailedIds());
        Assert.Single(_bench.Letters.Received);
    }

    [Fact]
    public async Task Payloads_are_not_compared_when_told_so()
    {
        var handler = _bench.Handler(options: new() { KeyOf = (order, _) => order.Id, ChecksPayload = false });
        await _bench.RunAsync(handler, "a");

        var reply = await handler.RunAsync(Events.Sqs(IdempotencyBench.Body("a", 7), IdempotencyBench.Body("a", 8)), _bench.Context());

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a"], handler.Handled);
    }

    [Fact]
    public async Task Payloads_are_compared_by_what_the_selector_gives()
    {
        var handler = _bench.Handler(options: new()
        {
            KeyOf = (order, _) => order.Id,
            PayloadOf = (order, _) => System.Text.Encoding.UTF8.GetBytes(order.Country ?? ""),
        });
        await handler.RunAsync(Events.Sqs("""{"id":"a","quantity":1,"country":"DE"}"""), _bench.Context());

        var reply = await handler.RunAsync(
            Events.Sqs("""{"id":"a","quantity":2,"country":"DE"}""", """{"id":"a","quantity":1,"country":"FR"}"""),
            _bench.Context());

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Equal(["a"], handler.Handled);
    }

    [Fact]
    public async Task A_completed_key_is_forgotten_when_its_retention_is_over_even_while_the_table_has_it()
    {
        var handler = _bench.Handler();
        await _bench.RunAsync(handler, "a");
        _bench.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal("done", _bench.StatusOf("a"));

        await _bench.RunAsync(handler, "a");

        Assert.Equal(["a", "a"], handler.Handled);
    }

    [Fact]
    public async Task A_completed_key_says_when_the_table_may_delete_it()
    {
        await _bench.RunAsync(_bench.Handler(), "a");

        Assert.Equal(_bench.Time.GetUtcNow() + TimeSpan.FromDays(1), _bench.KeyItem("a")!.ExpiresAt);
    }

    [Fact]
    public async Task The_message_id_is_the_key_by_default()
    {
        var handler = _bench.Handler(options: new());
        var attributes = new Dictionary<string, string> { ["ce-id"] = "order-17" };

        await handler.RunAsync(
            Events.Sqs(new SqsRecord(OrderHandler.Body("a")) { MessageId = "m-1" }, new SqsRecord(OrderHandler.Body("b")) { MessageId = "m-2", Attributes = attributes }),
            _bench.Context());

        Assert.Equal(["idempotency#function#m-1", "idempotency#function#order-17"], _bench.Store.Items.Select(item => item.Key.Partition));
    }

    [Fact]
    public async Task Functions_that_share_a_table_do_not_meet()
    {
        var first = _bench.Handler(options: new() { KeyOf = (order, _) => order.Id, Scope = "billing" });
        var second = _bench.Handler(options: new() { KeyOf = (order, _) => order.Id, Scope = "shipping" });

        await _bench.RunAsync(first, "a");
        await _bench.RunAsync(second, "a");

        Assert.Equal(["a"], first.Handled);
        Assert.Equal(["a"], second.Handled);
    }

    [Fact]
    public async Task Keys_that_are_too_long_for_the_table_are_hashed()
    {
        var handler = _bench.Handler(options: new() { KeyOf = (order, _) => new string('ä', 1100) + order.Id });

        await _bench.RunAsync(handler, "a", "b");
        await _bench.RunAsync(handler, "a");

        Assert.Equal(["a", "b"], handler.Handled);
        Assert.All(_bench.Store.Items, item => Assert.Equal(("sha256", 85), (item.Key.Sort, item.Key.Partition.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_message_without_a_key_fails_alone_and_for_good(string? key)
    {
        var handler = _bench.Handler(options: new() { KeyOf = (order, _) => order.Id == "a" ? key! : order.Id }, diverts: true);

        var reply = await _bench.RunAsync(handler, "a", "b");

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["b"], handler.Handled);
        Assert.Single(_bench.Letters.Received);
    }

    [Fact]
    public async Task A_selector_that_throws_fails_its_message_alone()
    {
        var handler = _bench.Handler(options: new() { KeyOf = (order, _) => order.Id == "a" ? throw new InvalidOperationException() : order.Id });

        var reply = await _bench.RunAsync(handler, "a", "b");

        Assert.Equal(["0"], reply.FailedIds());
        Assert.Equal(["b"], handler.Handled);
    }

    [Fact]
    public async Task Behaviours_before_it_see_a_repetition_and_those_behind_it_do_not()
    {
        var seen = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var handler = new OrderHandler(
            options: new RecordHandlerOptions { Time = _bench.Time },
            pipeline: pipeline => pipeline
                .Use("before", Note("before", seen))
                .UseIdempotency(_bench.Table, IdempotencyBench.ByOrder)
                .Use("behind", Note("behind", seen)));

        await _bench.RunAsync(handler, "a");
        await _bench.RunAsync(handler, "a");

        Assert.Equal(["before", "behind", "before"], seen);
        Assert.Equal("before -> idempotency in keys -> behind -> OrderHandler", handler.ToString());
    }

    [Fact]
    public async Task A_retry_before_it_runs_the_handler_again_under_the_same_claim()
    {
        var tries = 0;
        var retry = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2, Delay = TimeSpan.Zero }).Build();
        var handler = new OrderHandler(
            async (order, context) =>
            {
                await IdempotencyBench.EnlistEffect(order, context);
                if (++tries < 3)
                {
                    throw new InvalidOperationException();
                }
            },
            new RecordHandlerOptions { Time = _bench.Time, MaxParallelism = 1 },
            pipeline => pipeline.UseResilience(retry).UseIdempotency(_bench.Table, IdempotencyBench.ByOrder));

        var reply = await _bench.RunAsync(handler, "a", "a");

        Assert.Empty(reply.FailedIds());
        Assert.Equal(3, tries);
        Assert.Equal(1, _bench.Effects("a"));
        Assert.Equal(2, _bench.Table.Calls.Count);
    }

    [Fact]
    public void A_pipeline_has_it_once()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new OrderHandler(
            pipeline: pipeline => pipeline.UseIdempotency(_bench.Table).UseIdempotency(_bench.Table)));

        Assert.Equal("The pipeline has idempotency already; one key per record is possible.", failure.Message);
    }

    [Fact]
    public async Task An_item_that_somebody_else_put_in_the_place_of_a_key_fails_the_records_and_says_so()
    {
        await Patterns.Tables.TableExtensions.PutAsync(
            _bench.Store, new Patterns.Tables.TableItem(new("idempotency#function#a", "key")), CancellationToken.None);

        var outcome = await _bench.Handler().HandleBatchAsync(RecordBatch.Of("1", System.Text.Encoding.UTF8.GetBytes(OrderHandler.Body("a"))), _bench.Context());

        Assert.Contains("is no idempotency key", Assert.Single(outcome.Failures).Exception!.Message);
    }

    private static Func<RecordStep<Order>, RecordStep<Order>> Note(string name, System.Collections.Concurrent.ConcurrentQueue<string> seen) => next => (order, context) =>
    {
        seen.Enqueue(name);
        return next(order, context);
    };
}
