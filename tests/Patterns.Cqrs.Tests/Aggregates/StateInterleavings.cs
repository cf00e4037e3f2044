using System.Collections.Concurrent;

namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Several writers of the same states, step by step in random orders, of which some die on the way.</summary>
[Collection(HeavyTests.Name)]
public sealed class StateInterleavings
{
    private const int MaxAttempts = 3;

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.03)]
    public async Task In_every_order_of_steps_no_update_is_lost_and_the_stream_has_every_version_once(int family, double killProbability) =>
        await Seeds.AllHoldAsync(family, 1500, seed => RunAsync(seed, killProbability));

    private static async Task RunAsync(int seed, double killProbability)
    {
        var random = new Random(seed);
        var table = new InMemoryTable();
        var succeeded = new ConcurrentQueue<long>();
        var certainlyNot = 0;
        var schedule = new Interleaving(seed) { KillProbability = killProbability };
        var updates = random.Next(2, 7);
        for (var number = 0; number < updates; number++)
        {
            schedule.Start(async gate =>
            {
                try
                {
                    succeeded.Enqueue((await AddAsync(new SteppedTable(table, gate))).Version);
                }
                catch (AggregateConflictException)
                {
                    Interlocked.Increment(ref certainlyNot);
                }
            });
        }

        await schedule.RunAsync();
        var last = await AddAsync(table);
        Assert.True(certainlyNot == 0 || last.State.Movements - 1 >= MaxAttempts, $"{last.State.Movements - 1} others were faster than an update that gave up.");
        Assert.InRange(last.State.Movements, succeeded.Count + 1, updates - certainlyNot + 1);
        Assert.Equal(last.Version, last.State.Movements);
        Assert.Equal(succeeded.Distinct().Count(), succeeded.Count);
        Assert.Equal(Enumerable.Range(1, (int)last.Version), await ReadAsync(table));
    }

    private static ValueTask<Aggregate<AccountState>> AddAsync(ITable table) =>
        new StateStore<AccountState>(table, "account", AccountJson.Default.AccountState, new() { MaxAttempts = MaxAttempts, RetryDelay = TimeSpan.Zero })
            .UpdateAsync("a", found => new((found?.State?.Balance ?? 0) + 1, (found?.State?.Movements ?? 0) + 1), default);

    private static async Task<IEnumerable<int>> ReadAsync(InMemoryTable table)
    {
        var handler = new Versions();
        await handler.FunctionHandler(Testing.Events.DynamoDb(table.TakeChanges()), new FakeLambdaContext());
        return handler.Seen.Select(version => (int)version);
    }

    private sealed class Versions() : RecordHandler<StoredState<AccountState>?>(
        AggregateChanges.OfStates("account", AccountJson.Default.AccountState),
        new RecordHandlerOptions { PartitionKeyName = "pk" })
    {
        public ConcurrentQueue<long> Seen { get; } = new();

        protected override ValueTask HandleAsync(StoredState<AccountState>? message, RecordContext context)
        {
            if (message is not null)
            {
                Seen.Enqueue(message.Version);
            }

            return ValueTask.CompletedTask;
        }
    }
}
