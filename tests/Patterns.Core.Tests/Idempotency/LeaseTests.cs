using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

public sealed class LeaseTests
{
    private readonly IdempotencyBench _bench = new();

    [Fact]
    public async Task Leases_are_renewed_together_while_handlers_run()
    {
        var finish = new TaskCompletionSource();
        var handler = _bench.Handler((order, _) => order.Id == "b" ? new ValueTask(finish.Task) : ValueTask.CompletedTask);

        var run = handler.RunAsync(IdempotencyBench.Batch("a", "b", "c"), _bench.Context(900));
        for (var half = 0; half < 6; half++)
        {
            _bench.Time.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(_bench.Time.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds(), _bench.KeyItem("a")!["leaseUntil"]!.GetInt64());
        finish.SetResult();
        Assert.Empty((await run).FailedIds());
        Assert.Equal(Enumerable.Repeat("transact", 8), _bench.Table.Calls);
        Assert.Empty(_bench.Time.Timers);
    }

    [Fact]
    public async Task A_message_whose_lease_was_taken_counts_as_failed_and_its_enlisted_writes_do_not_happen()
    {
        var finish = new TaskCompletionSource();
        var handler = _bench.Handler(async (order, context) =>
        {
            await IdempotencyBench.EnlistEffect(order, context);
            await finish.Task;
        });
        var context = _bench.Context(900);

        var run = handler.RunAsync(IdempotencyBench.Batch("a"), context);
        await TakeAsync("a");
        finish.SetResult();

        Assert.Equal(["0"], (await run).FailedIds());
        Assert.Equal(0, _bench.Effects("a"));
        Assert.Equal("somebody", _bench.KeyItem("a")!["owner"]!.GetString());
        Assert.Contains(context.Log.Lines, line => line.EndsWith(nameof(IdempotencyLeaseLostException)));
    }

    [Fact]
    public async Task A_lease_that_is_found_taken_at_its_renewal_does_not_cost_the_others_theirs()
    {
        var finish = new TaskCompletionSource();
        var handler = _bench.Handler((_, _) => new ValueTask(finish.Task));

        var run = handler.RunAsync(IdempotencyBench.Batch("a", "b"), _bench.Context(900));
        await TakeAsync("a");
        _bench.Time.Advance(TimeSpan.FromSeconds(30));
        finish.SetResult();

        Assert.Equal(["0"], (await run).FailedIds());
        Assert.Equal("done", _bench.StatusOf("b"));
        Assert.Equal(["transact", "transact", "write", "write"], _bench.Table.Calls);
    }

    [Fact]
    public async Task A_message_does_not_start_when_its_lease_is_over()
    {
        var first = new TaskCompletionSource();
        var handler = _bench.Handler((order, _) => order.Id == "a" ? new ValueTask(first.Task) : ValueTask.CompletedTask, parallelism: 1);
        _bench.Table.Before = (_, number) => number is > 1 and < 8 ? throw new TableException("down", isRetryable: false) : ValueTask.CompletedTask;

        var run = handler.RunAsync(IdempotencyBench.Batch("a", "b"), _bench.Context(900));
        _bench.Time.Advance(TimeSpan.FromSeconds(65));
        _bench.Table.Before = (_, _) => ValueTask.CompletedTask;
        first.SetResult();

        // The first one still owns its key, since nobody has taken it; the second one may not begin any more.
        Assert.Equal(["1"], (await run).FailedIds());
        Assert.Equal("done", _bench.StatusOf("a"));
        Assert.Null(_bench.StatusOf("b"));
    }

    [Fact]
    public async Task A_renewal_that_fails_is_logged_and_tried_again()
    {
        var finish = new TaskCompletionSource();
        var handler = _bench.Handler((_, _) => new ValueTask(finish.Task));
        var context = _bench.Context(900);
        _bench.Table.Before = (_, number) => number == 2 ? throw new TableException("down", isRetryable: false) : ValueTask.CompletedTask;

        var run = handler.RunAsync(IdempotencyBench.Batch("a"), context);
        _bench.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains(context.Log.Lines, line => line.Contains("could not be renewed"));
        _bench.Time.Advance(TimeSpan.FromSeconds(30));
        finish.SetResult();

        Assert.Empty((await run).FailedIds());
        Assert.Equal(4, _bench.Table.Calls.Count);
    }

    [Fact]
    public async Task Nothing_is_renewed_after_the_invocation()
    {
        var hangs = new TaskCompletionSource();
        var run = _bench.RunAsync(_bench.Handler((_, _) => new ValueTask(hangs.Task)), "a");
        _bench.Time.Advance(TimeSpan.FromSeconds(29.5));
        await run;
        var calls = _bench.Table.Calls.Count;

        _bench.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(calls, _bench.Table.Calls.Count);
        Assert.Empty(_bench.Time.Timers);
        hangs.SetResult();
    }

    /// <summary>Somebody who believes that the lease is over takes the key.</summary>
    private async Task TakeAsync(string id) =>
        await _bench.Store.WriteAsync(new TableUpdate(_bench.KeyItem(id)!.Key).Set("owner", "somebody"), CancellationToken.None);
}
