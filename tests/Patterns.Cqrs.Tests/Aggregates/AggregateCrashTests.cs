namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Kills the process at every step, starts another one, and sends everything again.</summary>
public sealed class AggregateCrashTests
{
    private static readonly AccountCommand[] Commands = [new("c1", 5), new("c2", 3, 4), new("c3", -6), new("c4", -100), new("c5", 1, 1, 1)];

    [Fact]
    public async Task A_command_is_there_whole_or_not_at_all_wherever_the_process_dies()
    {
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var history = new AccountHistory(new Bank { SnapshotEvery = 2 });
            var gate = new KillAtStep(steps);
            await UntilKilledAsync(gate, command => history.SendAsync("a", command, gate));
            hasKilled = gate.HasKilled;

            await history.SendAsync("a", new("last", 1), gate: null);
            await history.CheckAsync();
        }

        Assert.True(steps > 20, $"Only {steps} steps.");
    }

    [Fact]
    public async Task A_command_whose_events_are_enlisted_takes_effect_once_wherever_the_process_dies()
    {
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var bank = new Bank { SnapshotEvery = 2 };
            var run = new CommandRun(bank);
            var gate = new KillAtStep(steps);
            await UntilKilledAsync(gate, command => run.SendAsync("a", command, gate));
            hasKilled = gate.HasKilled;

            bank.Time.Advance(TimeSpan.FromMinutes(5));
            foreach (var command in Commands)
            {
                await run.SendAsync("a", command, gate: null);
            }

            await run.CheckAsync();
            Assert.Equal(new AccountState(9, 7), (await bank.Accounts().LoadAsync("a", default)).State);
        }

        Assert.True(steps > 30, $"Only {steps} steps.");
    }

    private static async Task UntilKilledAsync(KillAtStep gate, Func<AccountCommand, Task> send)
    {
        try
        {
            foreach (var command in Commands)
            {
                await send(command);
            }
        }
        catch (ProcessKilledException) when (gate.HasKilled)
        {
            // What follows is the next process's.
        }
    }
}
