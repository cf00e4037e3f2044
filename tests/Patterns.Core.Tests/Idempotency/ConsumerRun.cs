using Patterns.Core.Tests.Records;
using Patterns.Idempotency;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>Consumers that are handed overlapping, shuffled batches with copies in them, in one random order of steps.</summary>
internal sealed class ConsumerRun
{
    private static readonly string[] Ids = ["a", "b", "c", "d"];
    private static readonly IdempotencyOptions<Order> Options = new()
    {
        KeyOf = (order, _) => order.Id,
        Lease = TimeSpan.FromSeconds(10),
        Retention = TimeSpan.FromDays(3650),
    };

    private readonly SourceKind _source;
    private readonly Random _random;
    private readonly IdempotencyBench _bench = new();
    private readonly Interleaving _schedule;
    private readonly JumpingClock _clock;
    private readonly OwnerWatch _watch;

    public ConsumerRun(SourceKind source, int seed)
    {
        _source = source;
        _random = new Random(seed);
        _schedule = new Interleaving(seed);
        _clock = new JumpingClock(_schedule, _bench.Time, new Random(seed), killProbability: seed % 3 * 0.03);
        _watch = new OwnerWatch(_bench.Time);
    }

    public async Task CheckAsync()
    {
        for (var consumer = 0; consumer < 3; consumer++)
        {
            var (batch, parallelism) = (RandomBatch(), _random.Next(1, 4));
            _clock.Start(gate => ConsumeAsync(gate, batch, parallelism));
        }

        _clock.Run();
        await _schedule.RunAsync();
        Assert.Empty(_watch.Violations);
        Assert.All(Ids, id => Assert.InRange(_bench.Effects(id), 0, 1));

        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        var handler = _bench.Handler(IdempotencyBench.EnlistEffect, Options, table: _bench.Store);
        var outcome = await handler.HandleBatchAsync(new ListBatch(_source, [.. Ids.Select(OrderHandler.Body)]), _bench.Context());
        Assert.Empty(outcome.Failures);
        Assert.All(Ids, id => Assert.Equal(1, _bench.Effects(id)));
    }

    private ListBatch RandomBatch()
    {
        var ids = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Ids[_random.Next(Ids.Length)]);
        return new ListBatch(_source, [.. ids.Select(OrderHandler.Body)]);
    }

    private async Task ConsumeAsync(IStepGate gate, ListBatch batch, int parallelism)
    {
        var handler = _bench.Handler(
            (order, context) => _watch.RunAsync(order.Id, () => context.Claim!.Claim.LeaseUntil, () => HandleAsync(gate, order, context)),
            Options,
            parallelism,
            new SteppedTable(_bench.Store, gate));
        await handler.HandleBatchAsync(batch, _bench.Context());
    }

    private static async ValueTask HandleAsync(IStepGate gate, Order order, RecordContext context)
    {
        await IdempotencyBench.EnlistEffect(order, context);
        await gate.StepAsync($"handle {order.Id}");
    }
}
