namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>What became of commands, and whether the table agrees with it.</summary>
internal sealed class AccountHistory(Bank bank)
{
    /// <summary>The id of a command that is sent before any other.</summary>
    public const string Opening = "opening";

    private readonly Lock _lock = new();
    private readonly List<(string Account, AccountCommand Command)> _sent = [];
    private readonly Dictionary<string, AggregateDecision<AccountState, AccountEvent>> _accepted = [];
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _gaveUp = [];

    public int Accepted => _accepted.Count;

    /// <summary>Sends a command as a process would that may die on the way.</summary>
    public async Task SendAsync(string account, AccountCommand command, IStepGate? gate)
    {
        lock (_lock)
        {
            _sent.Add((account, command));
        }

        try
        {
            var decision = await bank.Accounts(gate).HandleAsync(account, command, new() { CommandKey = command.Id }, default);
            lock (_lock)
            {
                _accepted.Add(command.Id, decision);
            }
        }
        catch (CommandRefusedException)
        {
            Note(_refused, command);
        }
        catch (AggregateConflictException)
        {
            Note(_gaveUp, command);
        }
    }

    public async Task CheckAsync()
    {
        var (changes, _) = await bank.TakeChangesAsync();
        var accounts = _sent.Select(sent => sent.Account).Distinct().ToList();
        foreach (var account in accounts)
        {
            var history = await bank.HistoryAsync(account);
            Assert.Equal(Enumerable.Range(1, history.Count).Select(version => (long)version), history.Select(stored => stored.Version));
            Assert.Equal(history, changes.Where(stored => stored.AggregateId == account));
            CheckCommands(account, history);
            CheckRefusals(account, history);
            CheckRules(history);
            await CheckStateAsync(account, history);
        }

        Assert.Equal(changes.Select(stored => stored.AggregateId).Distinct().Order(), (await bank.ListAsync()).Order());
    }

    /// <summary>Accepted commands are there whole and where they were said to be, refused ones are not, and others are there whole or not at all.</summary>
    private void CheckCommands(string account, List<StoredEvent<AccountEvent>> history)
    {
        foreach (var command in _sent.Where(sent => sent.Account == account).Select(sent => sent.Command))
        {
            var stored = history.Where(stored => stored.Event.Id == command.Id).ToList();
            if (_accepted.TryGetValue(command.Id, out var decision))
            {
                Assert.Equal(decision.Events, stored.Select(one => one.Event));
                Assert.Equal(Bank.Rules.Fold(decision.Before.State, decision.Events), decision.After.State);
                Assert.All(stored, (one, index) => Assert.Equal(decision.Before.Version + 1 + index, one.Version));
            }
            else
            {
                Assert.True(stored.Count == 0 || (stored.Count == command.Amounts.Length && !_refused.Contains(command.Id) && !_gaveUp.Contains(command.Id)), $"{command.Id} is there in part.");
            }
        }

        Assert.Subset(_sent.Select(sent => sent.Command.Id).ToHashSet(), history.Select(stored => stored.Event.Id).ToHashSet());
    }

    /// <summary>A command is refused if the rules said so at some moment, and given up if others were faster as often as it was tried.</summary>
    private void CheckRefusals(string account, List<StoredEvent<AccountEvent>> history)
    {
        foreach (var command in _sent.Where(sent => sent.Account == account).Select(sent => sent.Command))
        {
            Assert.True(!_refused.Contains(command.Id) || AccountModel.WasEverRefused(history, command), $"No rule refuses {command.Id}.");
            var others = history.Select(stored => stored.Event.Id).Where(id => id != command.Id && id != Opening).Distinct().Count();
            Assert.True(!_gaveUp.Contains(command.Id) || others >= bank.MaxAttempts, $"{others} others were faster than {command.Id}.");
        }
    }

    private static void CheckRules(List<StoredEvent<AccountEvent>> history)
    {
        var state = Bank.Rules.Initial;
        foreach (var stored in history)
        {
            state = Bank.Rules.Evolve(state, stored.Event);
            Assert.True(state.Balance >= 0, $"Version {stored.Version} breaks the rule.");
        }
    }

    private void Note(HashSet<string> outcome, AccountCommand command)
    {
        lock (_lock)
        {
            outcome.Add(command.Id);
        }
    }

    private async Task CheckStateAsync(string account, List<StoredEvent<AccountEvent>> history)
    {
        var loaded = await bank.Accounts().LoadAsync(account, default);
        Assert.Equal(new Aggregate<AccountState>(account, history.Count, AccountModel.StateAfter(history)), loaded);
        Assert.Equal(history.Count, await bank.Events().GetVersionAsync(account, default));
    }
}
