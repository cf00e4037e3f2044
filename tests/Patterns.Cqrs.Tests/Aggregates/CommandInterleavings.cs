namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Commands that come twice and thrice, at the same time and one after the other, to processes of which some die.</summary>
[Collection(HeavyTests.Name)]
public sealed class CommandInterleavings
{
    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.03)]
    public async Task In_every_order_of_steps_a_command_takes_effect_once_and_has_one_reply(int family, double killProbability) =>
        await Seeds.AllHoldAsync(family, 2500, seed => RunAsync(seed, killProbability));

    private static async Task RunAsync(int seed, double killProbability)
    {
        var random = new Random(seed);
        var bank = new Bank { SnapshotEvery = random.Next(2) == 0 ? 2 : null };
        var run = new CommandRun(bank);
        var schedule = new Interleaving(seed) { KillProbability = killProbability };
        for (var number = random.Next(1, 4); number > 0; number--)
        {
            var account = random.Next(3) == 0 ? "b" : "a";
            var command = new AccountCommand($"c{number}", [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => (long)random.Next(-2, 6))]);
            for (var copy = random.Next(1, 4); copy > 0; copy--)
            {
                schedule.Start(gate => run.SendAsync(account, command, gate));
            }
        }

        await schedule.RunAsync();
        await run.CheckAsync();
    }
}
