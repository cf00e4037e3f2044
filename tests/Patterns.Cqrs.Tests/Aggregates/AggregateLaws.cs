using FsCheck;
using FsCheck.Fluent;

namespace Patterns.Cqrs.Tests.Aggregates;

public sealed class AggregateLaws
{
    /// <summary>Any commands one after the other, with snapshots of any distance, and a new process for each.</summary>
    [Fact]
    public void Whatever_is_asked_the_state_is_the_fold_of_what_was_accepted()
    {
        var amounts = Gen.Choose(-10, 15).Select(amount => (long)amount).ArrayOf();
        var command = from account in Gen.Choose(0, 2) from parts in amounts select ($"account-{account}", parts);
        var cases = from commands in command.NonEmptyListOf()
                    from every in Gen.Choose(0, 6)
                    select (commands: commands.ToArray(), every);

        Prop.ForAll(cases.ToArbitrary(), run => CheckAsync(run.commands, run.every).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(30));
    }

    /// <summary>The store against a list of events for each account.</summary>
    private static async Task<bool> CheckAsync((string Account, long[] Amounts)[] commands, int every)
    {
        var bank = new Bank { SnapshotEvery = every == 0 ? null : every };
        var model = new Dictionary<string, List<AccountEvent>>();
        foreach (var ((account, amounts), number) in commands.Select((command, number) => (command, number)))
        {
            var command = new AccountCommand($"c{number}", amounts);
            var known = model.TryGetValue(account, out var events) ? events : model[account] = [];
            known.AddRange(await DecideAsync(bank, account, command, known));
        }

        foreach (var (account, events) in model)
        {
            Assert.Equal(events, (await bank.HistoryAsync(account)).Select(stored => stored.Event));
            Assert.Equal(Bank.Rules.Fold(Bank.Rules.Initial, events), (await bank.Accounts().LoadAsync(account, default)).State);
        }

        var (changes, _) = await bank.TakeChangesAsync();
        Assert.Equal(model.Values.Sum(events => events.Count), changes.Count);
        Assert.Equal(model.Where(entry => entry.Value.Count > 0).Select(entry => entry.Key).Order(), (await bank.ListAsync()).Order());
        return true;
    }

    /// <summary>The events that the rules say, of which the store must say the same.</summary>
    private static async Task<IReadOnlyList<AccountEvent>> DecideAsync(Bank bank, string account, AccountCommand command, List<AccountEvent> known)
    {
        AccountEvent[] expected;
        try
        {
            expected = [.. Bank.Rules.Decide(Bank.Rules.Fold(Bank.Rules.Initial, known), command)];
        }
        catch (CommandRefusedException)
        {
            await Assert.ThrowsAsync<CommandRefusedException>(async () => await bank.Accounts().HandleAsync(account, command, null, default));
            return [];
        }

        Assert.Equal(expected, (await bank.Accounts().HandleAsync(account, command, null, default)).Events);
        return expected;
    }
}
