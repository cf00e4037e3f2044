using System.Collections.Concurrent;
using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>Callers with the same two keys, in one random order of steps.</summary>
internal sealed class CallerRun
{
    private readonly Random _random;
    private readonly IdempotencyBench _bench = new();
    private readonly Interleaving _schedule;
    private readonly JumpingClock _clock;
    private readonly OwnerWatch _watch;
    private readonly ConcurrentQueue<(string Key, Order Result)> _results = new();
    private int _runs;

    public CallerRun(int seed)
    {
        _random = new Random(seed);
        _schedule = new Interleaving(seed);
        _clock = new JumpingClock(_schedule, _bench.Time, new Random(seed), killProbability: seed % 3 * 0.03);
        _watch = new OwnerWatch(_bench.Time);
    }

    public async Task CheckAsync()
    {
        for (var caller = 0; caller < 4; caller++)
        {
            var key = _random.Next(2) == 0 ? "x" : "y";
            _clock.Start(gate => TryCallAsync(gate, key));
        }

        _clock.Run();
        await _schedule.RunAsync();
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var key in new[] { "x", "y" })
        {
            await CallAsync(_bench.Store, key, () => ValueTask.CompletedTask);
            Assert.Single(_results.Where(result => result.Key == key).Select(result => result.Result).Distinct());
            Assert.Equal(1, _bench.Effects(key));
        }

        Assert.Empty(_watch.Violations);
    }

    private async Task TryCallAsync(IStepGate gate, string key)
    {
        try
        {
            await CallAsync(new SteppedTable(_bench.Store, gate), key, () => gate.StepAsync("call"));
        }
        catch (IdempotencyLeaseLostException)
        {
            // The clock jumped over the lease.
        }
        catch (TableException failure) when (failure is { IsRetryable: true, MayHaveTakenEffect: true })
        {
            // The clock jumped over the time that the completion has.
        }
    }

    private async Task CallAsync(ITable table, string key, Func<ValueTask> step)
    {
        var call = new IdempotentCall(table, new() { Scope = "orders", Lease = TimeSpan.FromSeconds(10), Retention = TimeSpan.FromDays(3650) }, _bench.Time);
        var result = await call.RunAsync(key, default, OrderJson.Default.Order, context => RunAsync(context, step), CancellationToken.None);
        _results.Enqueue((key, result.Value));
    }

    private async ValueTask<Order> RunAsync(IdempotentCallContext context, Func<ValueTask> step)
    {
        context.Enlist(new TableUpdate(IdempotencyBench.EffectOf(context.Key)).Add("count", 1));
        await _watch.RunAsync(context.Key, () => context.Claim.LeaseUntil, step);
        return new Order(context.Key, Interlocked.Increment(ref _runs));
    }
}
