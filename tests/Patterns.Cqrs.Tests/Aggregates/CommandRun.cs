using System.Collections.Concurrent;
using Patterns.Idempotency;

namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Commands with keys, whose events commit together with the completion of the key: each may be sent many times.</summary>
internal sealed class CommandRun(Bank bank)
{
    private readonly ConcurrentQueue<(string Key, long Version)> _replies = new();
    private readonly ConcurrentDictionary<string, (string Account, AccountCommand Command)> _commands = new();

    /// <summary>Sends a command as a process would that may die on the way; whether there was a reply.</summary>
    public async Task<bool> SendAsync(string account, AccountCommand command, IStepGate? gate)
    {
        _commands[command.Id] = (account, command);
        var table = gate is null ? (ITable)bank.Table : new SteppedTable(bank.Table, gate);
        var calls = new IdempotentCall(table, new() { Scope = "bank", InProgress = InProgressPolicy.Fail, Retention = TimeSpan.FromDays(30) }, bank.Time);
        try
        {
            var result = await calls.RunAsync(command.Id, default, AccountJson.Default.Int64, call => DecideAsync(table, account, command, call), default);
            _replies.Enqueue((command.Id, result.Value));
            return true;
        }
        catch (Exception failure) when (failure is EnlistedWriteRefusedException or IdempotencyInProgressException or CommandRefusedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Sends every command again when all leases have run out: one that had taken effect has its reply, and any other has what the rules
    /// say now.
    /// </summary>
    public async Task CheckAsync()
    {
        bank.Time.Advance(TimeSpan.FromMinutes(5));
        foreach (var (account, command) in _commands.Values)
        {
            var before = await bank.HistoryAsync(account);
            var isKnown = before.Exists(stored => stored.Event.Id == command.Id);
            Assert.True(isKnown || _replies.All(reply => reply.Key != command.Id), $"{command.Id} has a reply and no effect.");
            Assert.Equal(isKnown || AccountModel.Allows(AccountModel.StateAfter(before), command), await SendAsync(account, command, gate: null));
            CheckEffect(command, await bank.HistoryAsync(account));
        }

        foreach (var account in _commands.Values.Select(command => command.Account).Distinct())
        {
            var history = await bank.HistoryAsync(account);
            Assert.Equal(AccountModel.StateAfter(history), (await bank.Accounts().LoadAsync(account, default)).State);
        }
    }

    private void CheckEffect(AccountCommand command, List<StoredEvent<AccountEvent>> history)
    {
        var stored = history.Where(stored => stored.Event.Id == command.Id).ToList();
        var replies = _replies.Where(reply => reply.Key == command.Id).ToList();
        Assert.Equal(replies.Count == 0 ? 0 : command.Amounts.Length, stored.Count);
        Assert.All(stored, one => Assert.Equal(command.Id, one.Metadata.CommandKey));
        Assert.All(replies, reply => Assert.Equal(stored[^1].Version, reply.Version));
    }

    private async ValueTask<long> DecideAsync(ITable table, string account, AccountCommand command, IdempotentCallContext call)
    {
        var decision = await bank.On(table).DecideAsync(account, command, new() { CommandKey = call.Key }, call.CancellationToken);
        foreach (var write in decision.Writes)
        {
            call.Enlist(write);
        }

        return decision.After.Version;
    }
}
