using System.Text;
using Patterns.Core.Tests.Records;
using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

public sealed class IdempotentCallTests
{
    private readonly IdempotencyBench _bench = new();
    private int _runs;

    [Fact]
    public async Task The_same_result_comes_back_and_the_code_runs_once()
    {
        var call = Call();

        var first = await RunAsync(call, "k");
        var second = await RunAsync(call, "k");
        var elsewhere = await RunAsync(Call(), "k");

        Assert.Equal((new Order("k", 1), false), (first.Value, first.IsReplayed));
        Assert.Equal((new Order("k", 1), true), (second.Value, second.IsReplayed));
        Assert.Equal((new Order("k", 1), true), (elsewhere.Value, elsewhere.IsReplayed));
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task Calls_of_different_scopes_do_not_meet()
    {
        await RunAsync(Call(), "k");

        var other = await RunAsync(Call(new() { Scope = "other" }), "k");

        Assert.False(other.IsReplayed);
    }

    [Fact]
    public async Task A_result_that_is_null_is_a_result()
    {
        var call = Call();
        for (var n = 0; n < 2; n++)
        {
            var result = await call.RunAsync<Order>(
                "k",
                default,
                OrderJson.Default.Order,
                _ =>
                {
                    _runs++;
                    return ValueTask.FromResult<Order>(null!);
                },
                CancellationToken.None);
            Assert.Null(result.Value);
        }

        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task Failures_are_not_stored()
    {
        var call = Call();

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(call, "k", fails: true));
        var result = await RunAsync(call, "k");

        Assert.False(result.IsReplayed);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task The_same_key_with_another_payload_is_an_error()
    {
        await RunAsync(Call(), "k", payload: "1");

        var failure = await Assert.ThrowsAsync<IdempotencyMismatchException>(() => RunAsync(Call(), "k", payload: "2"));

        Assert.Equal("k", failure.Key);
    }

    [Fact]
    public async Task A_second_call_waits_for_the_first_and_gets_its_result()
    {
        var finish = new TaskCompletionSource();

        var first = RunAsync(Call(), "k", until: finish.Task);
        var second = RunAsync(Call(), "k");
        finish.SetResult();

        var result = await second.MoveClockAsync(_bench.Time);
        Assert.Equal((await first).Value, result.Value);
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task A_second_call_stops_waiting_when_its_caller_does()
    {
        var finish = new TaskCompletionSource();
        var first = RunAsync(Call(), "k", until: finish.Task);
        using var cancellation = new CancellationTokenSource();

        var second = RunAsync(Call(), "k", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<IdempotencyInProgressException>(() => second);
        finish.SetResult();
        await first;
    }

    [Fact]
    public async Task A_second_call_fails_at_once_when_told_so()
    {
        var finish = new TaskCompletionSource();
        var first = RunAsync(Call(), "k", until: finish.Task);

        var failure = await Assert.ThrowsAsync<IdempotencyInProgressException>(
            () => RunAsync(Call(new() { Scope = "orders", InProgress = InProgressPolicy.Fail }), "k"));

        Assert.Equal(TimeSpan.FromMinutes(1), failure.RetryAfter);
        finish.SetResult();
        await first;
    }

    [Fact]
    public async Task The_result_is_stored_even_if_the_caller_is_gone_by_then()
    {
        using var cancellation = new CancellationTokenSource();
        var call = Call();

        await call.RunAsync(
            "k",
            default,
            OrderJson.Default.Order,
            _ =>
            {
                cancellation.Cancel();
                return ValueTask.FromResult(new Order("k"));
            },
            cancellation.Token);

        Assert.True((await RunAsync(Call(), "k", payload: "")).IsReplayed);
    }

    [Fact]
    public async Task The_lease_is_renewed_while_the_code_runs()
    {
        var finish = new TaskCompletionSource();

        var run = RunAsync(Call(), "k", until: finish.Task);
        for (var half = 0; half < 10; half++)
        {
            _bench.Time.Advance(TimeSpan.FromSeconds(30));
        }

        finish.SetResult();
        Assert.False((await run).IsReplayed);
        Assert.Equal(12, _bench.Table.Calls.Count);
        Assert.Empty(_bench.Time.Timers);
    }

    [Fact]
    public async Task What_is_enlisted_takes_effect_with_the_result()
    {
        var call = Call();
        for (var n = 0; n < 2; n++)
        {
            await call.RunAsync(
                "k",
                default,
                OrderJson.Default.Order,
                context =>
                {
                    context.Enlist(new TableUpdate(IdempotencyBench.EffectOf(context.Key)).Add("count", 1));
                    return ValueTask.FromResult(new Order("k"));
                },
                CancellationToken.None);
        }

        Assert.Equal(1, _bench.Effects("k"));
    }

    [Fact]
    public async Task A_refused_write_fails_the_call_and_frees_the_key()
    {
        var failure = await Assert.ThrowsAsync<EnlistedWriteRefusedException>(() => Call().RunAsync(
            "k",
            default,
            OrderJson.Default.Order,
            context =>
            {
                context.Enlist(new TableDelete(new("x", "x")) { Condition = TableCondition.ItemExists });
                return ValueTask.FromResult(new Order("k"));
            },
            CancellationToken.None).AsTask());

        Assert.Null(failure.Item);
        Assert.Empty(_bench.Store.Items);
    }

    [Fact]
    public async Task A_result_that_is_too_large_is_refused_with_its_size()
    {
        var failure = await Assert.ThrowsAsync<IdempotencyResultTooLargeException>(() => Call().RunAsync(
            "k",
            default,
            OrderJson.Default.Order,
            _ => ValueTask.FromResult(new Order(new string('x', 410_000))),
            CancellationToken.None).AsTask());

        Assert.Equal((410_037, 405_504), (failure.Size, failure.Limit));
        Assert.Empty(_bench.Store.Items);
    }

    [Fact]
    public async Task The_largest_result_fits_into_an_item()
    {
        var call = Call();
        var key = new string('k', 2000);

        var stored = await call.RunAsync(
            key, default, OrderJson.Default.Order, _ => ValueTask.FromResult(new Order(new string('x', 405_467))), CancellationToken.None);

        Assert.False(stored.IsReplayed);
    }

    [Theory]
    [InlineData(OutcomeUnknownDecision.TreatAsDone)]
    [InlineData(OutcomeUnknownDecision.Fail)]
    public async Task A_call_whose_outcome_is_unknown_has_no_result_to_give(OutcomeUnknownDecision decision)
    {
        await DieAsync();
        var call = Call(new() { Scope = "orders", OnOutcomeUnknown = _ => ValueTask.FromResult(decision) });

        await Assert.ThrowsAsync<IdempotencyOutcomeUnknownException>(() => RunAsync(call, "k"));
    }

    [Fact]
    public async Task A_call_whose_outcome_is_unknown_runs_again_by_default()
    {
        await DieAsync();

        Assert.False((await RunAsync(Call(), "k")).IsReplayed);
    }

    [Fact]
    public async Task A_table_that_cannot_claim_fails_the_call_before_it_runs()
    {
        _bench.Table.Before = (_, _) => throw new TableException("down", isRetryable: false);

        await Assert.ThrowsAsync<TableException>(() => RunAsync(Call(), "k"));

        Assert.Equal(0, _runs);
    }

    [Fact]
    public async Task A_call_whose_lease_was_taken_fails()
    {
        var finish = new TaskCompletionSource();
        var run = RunAsync(Call(), "k", until: finish.Task);
        await _bench.Store.WriteAsync(new TableUpdate(new("idempotency#orders#k", "key")).Set("owner", "somebody"), CancellationToken.None);
        finish.SetResult();

        await Assert.ThrowsAsync<IdempotencyLeaseLostException>(() => run);
    }

    private async Task DieAsync()
    {
        var dying = new IdempotentCall(new SteppedTable(_bench.Store, new KillAtStep(2)), new() { Scope = "orders" }, _bench.Time);
        await Assert.ThrowsAsync<ProcessKilledException>(() => RunAsync(dying, "k"));
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
    }

    private IdempotentCall Call(IdempotencyOptions? options = null) => new(_bench.Table, options ?? new() { Scope = "orders" }, _bench.Time);

    private Task<IdempotentResult<Order>> RunAsync(
        IdempotentCall call,
        string key,
        string payload = "",
        Task? until = null,
        bool fails = false,
        CancellationToken cancellationToken = default) => call.RunAsync(
            key,
            Encoding.UTF8.GetBytes(payload),
            OrderJson.Default.Order,
            async context =>
            {
                var order = new Order(context.Key, ++_runs);
                await (until ?? Task.CompletedTask);
                return fails ? throw new InvalidOperationException() : order;
            },
            cancellationToken).AsTask();
}
