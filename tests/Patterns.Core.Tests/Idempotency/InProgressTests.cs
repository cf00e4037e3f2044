using Patterns.Core.Tests.Records;
using Patterns.Idempotency;

namespace Patterns.Core.Tests.Idempotency;

public sealed class InProgressTests
{
    private readonly IdempotencyBench _bench = new();

    [Fact]
    public async Task A_message_waits_until_the_other_attempt_is_completed()
    {
        var (other, finish) = await StartElsewhereAsync();
        var handler = _bench.Handler();

        var run = _bench.RunAsync(handler, "a");
        _bench.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(run.IsCompleted);
        finish.SetResult();
        await other;

        Assert.Empty((await run.MoveClockAsync(_bench.Time)).FailedIds());
        Assert.Empty(handler.Handled);
    }

    [Fact]
    public async Task A_message_runs_when_the_other_attempt_failed()
    {
        var (other, finish) = await StartElsewhereAsync();
        var handler = _bench.Handler();

        var run = _bench.RunAsync(handler, "a");
        finish.SetException(new InvalidOperationException());
        await other;

        Assert.Empty((await run.MoveClockAsync(_bench.Time)).FailedIds());
        Assert.Equal(["a"], handler.Handled);
    }

    [Fact]
    public async Task A_message_runs_when_the_lease_of_the_other_attempt_ends()
    {
        await _bench.ClaimElsewhereAsync("a");
        var handler = _bench.Handler();

        var run = handler.RunAsync(IdempotencyBench.Batch("a"), _bench.Context(90));
        _bench.Time.Advance(TimeSpan.FromSeconds(58));
        Assert.False(run.IsCompleted);

        Assert.Empty((await run.MoveClockAsync(_bench.Time)).FailedIds());
        Assert.Equal(["a"], handler.Handled);
    }

    [Fact]
    public async Task A_message_fails_when_the_deadline_comes_while_it_waits()
    {
        await _bench.ClaimElsewhereAsync("a");
        var run = _bench.Handler().HandleBatchAsync(RecordBatch.Of("1", System.Text.Encoding.UTF8.GetBytes(OrderHandler.Body("a"))), _bench.Context());
        var lookedAgainAt = _bench.Time.GetUtcNow() + TimeSpan.FromMilliseconds(50);
        while (!_bench.Time.Timers.Contains(lookedAgainAt))
        {
            await Task.Yield();
        }

        // To the deadline and no further: past it, the engine gives up who does not end.
        _bench.Time.Advance(TimeSpan.FromSeconds(29));

        var failure = Assert.IsType<IdempotencyInProgressException>(Assert.Single((await run).Failures).Exception);
        Assert.Equal("a", failure.Key);
        Assert.Equal(TimeSpan.FromSeconds(31), failure.RetryAfter);
        Assert.Equal("started", _bench.StatusOf("a"));
    }

    [Fact]
    public async Task A_message_that_waits_does_not_hold_up_the_others()
    {
        await _bench.ClaimElsewhereAsync("a");
        var handler = _bench.Handler(parallelism: 2);

        var run = _bench.RunAsync(handler, "a", "b", "c");

        Assert.Equal(["b", "c"], handler.Handled);
        Assert.Equal(["0"], (await run.MoveClockAsync(_bench.Time)).FailedIds());
    }

    [Fact]
    public async Task Of_two_batches_that_wait_for_each_other_one_gives_way_after_a_lease()
    {
        var start = _bench.Time.GetUtcNow();
        var (other, finish) = await StartElsewhereAsync("b");
        var (first, second) = (_bench.Handler(), _bench.Handler());
        var firstRun = first.RunAsync(IdempotencyBench.Batch("a", "b"), _bench.Context(800));
        finish.SetException(new InvalidOperationException());
        await other;
        var secondRun = second.RunAsync(IdempotencyBench.Batch("b", "a"), _bench.Context(800));

        var replies = await Task.WhenAll(firstRun, secondRun).MoveClockAsync(_bench.Time);

        Assert.Equal([], replies[0].FailedIds());
        Assert.Equal(["1"], replies[1].FailedIds());
        Assert.Equal(["a"], first.Handled);
        Assert.Equal(["b"], second.Handled);
        Assert.InRange(_bench.Time.GetUtcNow() - start, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Skipping_acknowledges_the_message()
    {
        await _bench.ClaimElsewhereAsync("a");
        var handler = _bench.Handler(options: new() { KeyOf = (order, _) => order.Id, InProgress = InProgressPolicy.Skip });

        var reply = await _bench.RunAsync(handler, "a", "b");

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["b"], handler.Handled);
        Assert.Equal("started", _bench.StatusOf("a"));
    }

    [Fact]
    public async Task Failing_says_when_to_come_again()
    {
        await _bench.ClaimElsewhereAsync("a");
        var handler = _bench.Handler(options: new() { KeyOf = (order, _) => order.Id, InProgress = InProgressPolicy.Fail });
        _bench.Time.Advance(TimeSpan.FromSeconds(10));

        var outcome = await handler.HandleBatchAsync(RecordBatch.Of("1", System.Text.Encoding.UTF8.GetBytes(OrderHandler.Body("a"))), _bench.Context());

        var failure = Assert.IsType<IdempotencyInProgressException>(Assert.Single(outcome.Failures).Exception);
        Assert.Equal(TimeSpan.FromSeconds(50), failure.RetryAfter);
        Assert.False(new RecordHandlerOptions().IsNonRetryable(failure));
    }

    [Fact]
    public async Task Another_payload_is_an_error_while_the_key_is_in_progress_too()
    {
        await _bench.ClaimElsewhereAsync("a");

        var outcome = await _bench.Handler().HandleBatchAsync(
            RecordBatch.Of("1", System.Text.Encoding.UTF8.GetBytes(IdempotencyBench.Body("a", 7))),
            _bench.Context());

        Assert.IsType<IdempotencyMismatchException>(Assert.Single(outcome.Failures).Exception);
    }

    [Theory]
    [InlineData(OutcomeUnknownDecision.RunAgain)]
    [InlineData(OutcomeUnknownDecision.TreatAsDone)]
    [InlineData(OutcomeUnknownDecision.Fail)]
    public async Task The_hook_decides_when_nobody_knows_how_the_other_attempt_ended(OutcomeUnknownDecision decision)
    {
        var startedAt = _bench.Time.GetUtcNow();
        await _bench.ClaimElsewhereAsync("a");
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        var asked = new List<OutcomeUnknownArguments>();
        var handler = _bench.Handler(options: new()
        {
            KeyOf = (order, _) => order.Id,
            OnOutcomeUnknown = arguments =>
            {
                asked.Add(arguments);
                return ValueTask.FromResult(decision);
            },
        });
        var context = _bench.Context();

        var reply = await handler.RunAsync(IdempotencyBench.Batch("a"), context);

        Assert.Equal(("a", startedAt, startedAt.AddMinutes(1)), asked.Select(a => (a.Key, a.StartedAt, a.LeaseEndedAt)).Single());
        Assert.Equal(decision == OutcomeUnknownDecision.RunAgain ? ["a"] : [], handler.Handled);
        Assert.Equal(decision == OutcomeUnknownDecision.Fail ? ["0"] : [], reply.FailedIds());
        Assert.Equal(decision == OutcomeUnknownDecision.RunAgain ? "done" : "started", _bench.StatusOf("a"));
        Assert.Contains(context.Log.Lines, line => line.Contains("nobody knows how it ended") && line.EndsWith($"[a, {decision}]"));
    }

    [Fact]
    public async Task A_hook_that_throws_fails_the_message()
    {
        await _bench.ClaimElsewhereAsync("a");
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        var handler = _bench.Handler(options: new() { KeyOf = (order, _) => order.Id, OnOutcomeUnknown = _ => throw new InvalidOperationException() });

        var reply = await _bench.RunAsync(handler, "a", "b");

        Assert.Equal(["0"], reply.FailedIds());
        Assert.Equal(["b"], handler.Handled);
    }

    private async Task<(Task<Stream> Run, TaskCompletionSource Finish)> StartElsewhereAsync(string id = "a")
    {
        var finish = new TaskCompletionSource();
        var run = _bench.RunAsync(_bench.Handler((_, _) => new ValueTask(finish.Task)), id);
        Assert.Equal("started", _bench.StatusOf(id));
        await Task.CompletedTask;
        return (run, finish);
    }
}
