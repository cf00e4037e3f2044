using System.Collections.Concurrent;
using Patterns.Core.Tests.Records;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>Kills the process at every step, once and twice, starts another one, and delivers everything again.</summary>
public sealed class CrashTests
{
    private static readonly string[] Ids = ["a", "b", "a", "c"];
    private readonly ConcurrentDictionary<string, int> _unenlisted = new();

    [Theory]
    [InlineData(SourceKind.Sqs)]
    [InlineData(SourceKind.SqsFifo)]
    [InlineData(SourceKind.Kinesis)]
    public async Task Enlisted_effects_happen_once_and_others_at_least_once_wherever_the_process_dies(SourceKind source)
    {
        var killed = true;
        for (var first = 0; killed; first++)
        {
            killed = false;
            for (var second = -1; second < 40; second++)
            {
                var (hasKilledFirst, hasKilledSecond) = await CheckAsync(source, first, second);
                killed |= hasKilledFirst;
                if (!hasKilledFirst || (second >= 0 && !hasKilledSecond))
                {
                    break;
                }
            }

            Assert.True(first < 100, "The process never comes to its end.");
        }
    }

    [Fact]
    public async Task A_call_gives_the_same_result_wherever_the_process_dies()
    {
        var killed = true;
        for (var step = 0; killed; step++)
        {
            var bench = new IdempotencyBench();
            var gate = new KillAtStep(step);
            var runs = 0;
            var first = await CallAsync(bench, new SteppedTable(bench.Store, gate), () => ++runs);
            killed = gate.HasKilled;
            bench.Time.Advance(TimeSpan.FromMinutes(2));

            var second = await CallAsync(bench, bench.Store, () => ++runs);
            var third = await CallAsync(bench, bench.Store, () => ++runs);

            Assert.True(first is null || first == second);
            Assert.Equal(second, third);
            Assert.Equal(1, bench.Effects("k"));
        }
    }

    private async Task<(bool First, bool Second)> CheckAsync(SourceKind source, int first, int second)
    {
        var bench = new IdempotencyBench();
        _unenlisted.Clear();
        var firstGate = new KillAtStep(first);
        await DieAsync(bench, source, firstGate);
        var secondGate = new KillAtStep(second < 0 ? int.MaxValue : second);
        await DieAsync(bench, source, secondGate);

        var handler = bench.Handler((order, context) => HandleAsync(order, context, new KillAtStep(int.MaxValue)), table: bench.Store);
        var outcome = await handler.HandleBatchAsync(Batch(source), bench.Context());

        Assert.Empty(outcome.Failures);
        Assert.All(Ids, id => Assert.Equal(1, bench.Effects(id)));
        Assert.All(Ids, id => Assert.True(_unenlisted[id] >= 1));
        Assert.All(Ids, id => Assert.Equal("done", bench.StatusOf(id)));
        return (firstGate.HasKilled, secondGate.HasKilled);
    }

    private async Task DieAsync(IdempotencyBench bench, SourceKind source, KillAtStep gate)
    {
        var handler = bench.Handler((order, context) => HandleAsync(order, context, gate), table: new SteppedTable(bench.Store, gate));
        await handler.HandleBatchAsync(Batch(source), bench.Context());
        bench.Time.Advance(TimeSpan.FromMinutes(2));
    }

    private async ValueTask HandleAsync(Order order, RecordContext context, KillAtStep gate)
    {
        await IdempotencyBench.EnlistEffect(order, context);
        await gate.StepAsync("before the effect");
        _unenlisted.AddOrUpdate(order.Id, 1, (_, count) => count + 1);
        await gate.StepAsync("after the effect");
    }

    private static ListBatch Batch(SourceKind source) => new(source, [.. Ids.Select(OrderHandler.Body)]);

    private static async Task<Order?> CallAsync(IdempotencyBench bench, ITable table, Func<int> run)
    {
        var call = new Patterns.Idempotency.IdempotentCall(table, new() { Scope = "orders" }, bench.Time);
        try
        {
            var result = await call.RunAsync(
                "k",
                default,
                OrderJson.Default.Order,
                context =>
                {
                    context.Enlist(new TableUpdate(IdempotencyBench.EffectOf("k")).Add("count", 1));
                    return ValueTask.FromResult(new Order("k", run()));
                },
                CancellationToken.None);
            return result.Value;
        }
        catch (ProcessKilledException)
        {
            return null;
        }
    }
}
