namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Several writers of the same accounts, step by step in random orders, of which some die on the way.</summary>
[Collection(HeavyTests.Name)]
public sealed class AggregateInterleavings
{
    private const int Runs = 2500;

    [Theory]
    [InlineData(0, 0.0, null)]
    [InlineData(1, 0.03, null)]
    [InlineData(2, 0.0, 2)]
    [InlineData(3, 0.03, 2)]
    public async Task In_every_order_of_steps_the_state_is_the_fold_of_the_accepted_commands(int family, double killProbability, int? snapshotEvery) =>
        await Seeds.AllHoldAsync(family, Runs, seed => RunAsync(seed, killProbability, snapshotEvery));

    private static async Task RunAsync(int seed, double killProbability, int? snapshotEvery)
    {
        var random = new Random(seed);
        var bank = new Bank { SnapshotEvery = snapshotEvery, MaxAttempts = random.Next(1, 6) };
        var history = new AccountHistory(bank);
        var schedule = new Interleaving(seed) { KillProbability = killProbability };
        await history.SendAsync("a", new(AccountHistory.Opening, 3), gate: null);
        for (var writer = random.Next(2, 5); writer > 0; writer--)
        {
            (string Account, AccountCommand Command)[] commands = [.. Enumerable.Range(0, random.Next(1, 4)).Select(number => Command(random, $"w{writer}-{number}"))];
            schedule.Start(async gate =>
            {
                foreach (var (account, command) in commands)
                {
                    await history.SendAsync(account, command, gate);
                }
            });
        }

        await schedule.RunAsync();
        await history.CheckAsync();
    }

    private static (string Account, AccountCommand Command) Command(Random random, string id) =>
        (random.Next(3) == 0 ? "b" : "a", new AccountCommand(id, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (long)random.Next(-4, 6))]));
}
