using Patterns.Core.Tests.Records;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

public sealed class TableFailureTests
{
    private readonly IdempotencyBench _bench = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_runs_when_keys_cannot_be_claimed(bool isRetryable)
    {
        var handler = _bench.Handler(diverts: true);
        _bench.Table.Before = (_, _) => throw new TableException("down", isRetryable);

        var reply = await _bench.RunAsync(handler, "a", "b").MoveClockAsync(_bench.Time);

        Assert.Equal(["0", "1"], reply.FailedIds());
        Assert.Empty(handler.Handled);
        Assert.Empty(_bench.Letters.Received);
    }

    [Fact]
    public async Task A_claim_is_tried_again_when_the_table_was_busy()
    {
        var handler = _bench.Handler();
        _bench.Table.Before = (_, number) => number < 3 ? throw new TableException("conflict", isRetryable: true) : ValueTask.CompletedTask;

        var reply = await _bench.RunAsync(handler, "a", "b").MoveClockAsync(_bench.Time);

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a", "b"], handler.Handled);
    }

    [Fact]
    public async Task A_claim_whose_reply_was_lost_is_recognised_as_our_own()
    {
        var handler = _bench.Handler();
        _bench.Table.After = (_, number) => LoseReply(number == 1);

        var reply = await _bench.RunAsync(handler, "a", "b").MoveClockAsync(_bench.Time);

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a", "b"], handler.Handled);
    }

    [Fact]
    public async Task Claims_whose_replies_were_all_lost_are_given_back()
    {
        var handler = _bench.Handler();
        _bench.Table.After = (_, number) => LoseReply(number <= 3);

        var reply = await _bench.RunAsync(handler, "a", "b").MoveClockAsync(_bench.Time);

        Assert.Equal(["0", "1"], reply.FailedIds());
        Assert.Empty(_bench.Store.Items);
    }

    [Fact]
    public async Task Records_fail_when_they_cannot_be_completed()
    {
        var handler = _bench.Handler(IdempotencyBench.EnlistEffect);
        _bench.Table.Before = (_, number) => number > 1 ? throw new TableException("down", isRetryable: true) : ValueTask.CompletedTask;

        var reply = await _bench.RunAsync(handler, "a", "b").MoveClockAsync(_bench.Time);

        Assert.Equal(["0", "1"], reply.FailedIds());
        Assert.Equal(0, _bench.Effects("a"));
    }

    [Fact]
    public async Task A_completion_whose_reply_was_lost_takes_effect_once_and_counts()
    {
        var handler = _bench.Handler(IdempotencyBench.EnlistEffect);
        _bench.Table.After = (_, number) => LoseReply(number == 2);

        var reply = await _bench.RunAsync(handler, "a", "b").MoveClockAsync(_bench.Time);

        Assert.Empty(reply.FailedIds());
        Assert.Equal((1, 1), (_bench.Effects("a"), _bench.Effects("b")));
    }

    [Fact]
    public async Task Keys_whose_completion_certainly_did_nothing_are_given_back_at_once()
    {
        var handler = _bench.Handler(IdempotencyBench.EnlistEffect);
        _bench.Store.Conflicts = writes => writes.Any(write => write.Key.Sort == "effect");

        var reply = await _bench.RunAsync(handler, "a", "b").MoveClockAsync(_bench.Time);

        Assert.Equal(["0", "1"], reply.FailedIds());
        Assert.Empty(_bench.Store.Items);
    }

    [Fact]
    public async Task Keys_whose_completion_may_have_taken_effect_at_an_earlier_try_are_kept()
    {
        var handler = _bench.Handler(IdempotencyBench.EnlistEffect);
        _bench.Table.Before = (_, number) => number > 1 ? throw Failure(mayHaveTakenEffect: number == 2) : ValueTask.CompletedTask;

        var outcome = await _bench.HandleAsync(handler, "a").MoveClockAsync(_bench.Time);

        Assert.True(Assert.IsType<TableException>(Assert.Single(outcome.Failures).Exception).MayHaveTakenEffect);
        Assert.Equal("started", _bench.StatusOf("a"));
        Assert.Equal(4, _bench.Table.Calls.Count);
    }

    [Fact]
    public async Task A_failure_for_good_does_not_hide_that_an_earlier_try_took_effect()
    {
        var handler = _bench.Handler(IdempotencyBench.EnlistEffect);
        _bench.Table.After = (_, number) => LoseReply(number == 2);
        _bench.Table.Before = (_, number) => number == 3 ? throw new TableException("gone", isRetryable: false) : ValueTask.CompletedTask;

        var outcome = await _bench.HandleAsync(handler, "a").MoveClockAsync(_bench.Time);

        Assert.True(Assert.IsType<TableException>(Assert.Single(outcome.Failures).Exception).MayHaveTakenEffect);
        Assert.Equal(("done", 1), (_bench.StatusOf("a"), _bench.Effects("a")));
    }

    [Fact]
    public async Task A_claim_that_certainly_did_nothing_leaves_nothing_to_give_back()
    {
        var handler = _bench.Handler();
        _bench.Table.Before = (_, _) => throw Failure(mayHaveTakenEffect: false);

        await _bench.RunAsync(handler, "a").MoveClockAsync(_bench.Time);

        Assert.Equal(3, _bench.Table.Calls.Count);
    }

    [Fact]
    public async Task A_claim_that_an_earlier_try_may_have_taken_is_given_back_after_a_failure_for_good()
    {
        var handler = _bench.Handler();
        _bench.Table.After = (_, number) => LoseReply(number == 1);
        _bench.Table.Before = (_, number) => number == 2 ? throw new TableException("gone", isRetryable: false) : ValueTask.CompletedTask;

        await _bench.RunAsync(handler, "a").MoveClockAsync(_bench.Time);

        Assert.Empty(_bench.Store.Items);
    }

    [Fact]
    public async Task A_table_that_hangs_does_not_keep_the_invocation_from_reporting()
    {
        var handler = _bench.Handler();
        _bench.Table.Before = (_, number) => number == 2 ? new ValueTask(new TaskCompletionSource().Task) : ValueTask.CompletedTask;

        var run = _bench.RunAsync(handler, "a", "b");
        _bench.Time.Advance(TimeSpan.FromSeconds(29.9));

        Assert.Equal(["0", "1"], (await run).FailedIds());
    }

    [Fact]
    public async Task A_table_that_hangs_while_it_claims_does_not_keep_the_invocation_from_reporting()
    {
        var handler = _bench.Handler();
        var hangs = new TaskCompletionSource();
        _bench.Table.Before = (_, number) => number == 1 ? new ValueTask(hangs.Task) : ValueTask.CompletedTask;

        var run = _bench.RunAsync(handler, "a", "b");
        _bench.Time.Advance(TimeSpan.FromSeconds(29.5));
        var reply = await run;
        hangs.SetResult();

        Assert.Equal(["0", "1"], reply.FailedIds());
        Assert.Empty(handler.Handled);
        Assert.Empty(_bench.Time.Timers);
    }

    [Fact]
    public async Task Keys_that_cannot_be_given_back_are_logged()
    {
        var handler = _bench.Handler((_, _) => throw new InvalidOperationException());
        var context = _bench.Context();
        _bench.Table.Before = (_, number) => number > 1 ? throw new TableException("down", isRetryable: false) : ValueTask.CompletedTask;

        await handler.RunAsync(IdempotencyBench.Batch("a"), context);

        Assert.Contains(context.Log.Lines, line => line.Contains("could not be given back"));
    }

    private static TableException Failure(bool mayHaveTakenEffect) => new("conflict", isRetryable: true) { MayHaveTakenEffect = mayHaveTakenEffect };

    private static void LoseReply(bool isLost)
    {
        if (isLost)
        {
            throw new TableException("reply lost", isRetryable: true);
        }
    }
}
