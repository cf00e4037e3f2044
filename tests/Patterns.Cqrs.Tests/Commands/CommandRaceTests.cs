using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>Others who are faster, and replies of the table that are lost.</summary>
public sealed class CommandRaceTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_command_that_loses_a_race_is_handled_anew()
    {
        var races = 2;
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table);
        var router = _desk.Router(Racing(() => races-- > 0), handler);

        var reply = await router.RunAsync(Desk.Request("k", "a", 5), default);

        Assert.Equal("3", reply.ResultJson);
        Assert.Equal(3, handler.Runs);
        Assert.Single(await _desk.JournalAsync());
    }

    [Fact]
    public async Task Races_that_are_lost_again_and_again_end_with_an_error_and_the_key_is_free()
    {
        var router = _desk.Router(Racing(() => true), new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table));

        var conflict = await Assert.ThrowsAsync<CommandConflictException>(async () => await router.RunAsync(Desk.Request("k", "a", 5), default));

        Assert.Equal("The command 'money.move' with the key 'k' met changes by others at each of 5 attempts.", conflict.Message);
        Assert.Equal(("money.move", "k", 5), (conflict.Name, conflict.Key, conflict.Attempts));
        Assert.Equal("6", (await _desk.Router().RunAsync(Desk.Request("k", "a", 5), default)).ResultJson);
    }

    [Fact]
    public async Task A_command_whose_transaction_meets_another_one_is_handled_anew()
    {
        var conflicts = 4;
        _desk.Bank.Table.Conflicts = writes => writes.Any(IsHead) && conflicts-- > 0;
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table);

        var reply = await RunAsync(_desk.Router(_desk.Bank.Table, handler), Desk.Request("k", "a", 5));

        Assert.Equal(("1", false, 2), (reply.ResultJson, reply.IsReplayed, handler.Runs));
        Assert.Single(await _desk.JournalAsync());
    }

    [Fact]
    public async Task Transactions_that_meet_others_again_and_again_end_with_an_error_and_the_key_is_free()
    {
        _desk.Bank.Table.Conflicts = writes => writes.Any(IsHead);

        var conflict = await Assert.ThrowsAsync<CommandConflictException>(() => RunAsync(_desk.Router(), Desk.Request("k", "a", 5)));

        Assert.IsType<TableException>(conflict.InnerException);
        Assert.Empty(_desk.Bank.Table.Items);
        _desk.Bank.Table.Conflicts = _ => false;
        Assert.False((await _desk.Router().RunAsync(Desk.Request("k", "a", 5), default)).IsReplayed);
    }

    [Fact]
    public async Task A_completion_whose_reply_was_lost_counts_and_is_not_handled_again()
    {
        var losses = 1;
        var (router, handler) = Losing(() => losses-- > 0);

        var reply = await RunAsync(router, Desk.Request("k", "a", 5));

        Assert.Equal(("1", false, 1), (reply.ResultJson, reply.IsReplayed, handler.Runs));
        Assert.Single(await _desk.Bank.HistoryAsync("a"));
        Assert.Single(await _desk.JournalAsync());
    }

    [Fact]
    public async Task A_completion_whose_replies_were_all_lost_is_not_handled_again_and_its_repetition_gets_the_reply()
    {
        var (router, handler) = Losing(() => true);

        var failure = await Assert.ThrowsAsync<TableException>(() => RunAsync(router, Desk.Request("k", "a", 5)));

        Assert.True(failure.MayHaveTakenEffect);
        Assert.Equal(1, handler.Runs);
        var repeated = await _desk.Router().RunAsync(Desk.Request("k", "a", 5), default);
        Assert.Equal(("1", true), (repeated.ResultJson, repeated.IsReplayed));
        Assert.Single(await _desk.Bank.HistoryAsync("a"));
        Assert.Single(await _desk.JournalAsync());
    }

    private static bool IsHead(TableWrite write) => write.Key.Sort == "head";

    /// <summary>Moves the clock to the next try of a completion, and never as far as to its time limit.</summary>
    private async Task<CommandReply> RunAsync(CommandRouter router, CommandRequest request)
    {
        var run = router.RunAsync(request, default).AsTask();
        while (!run.IsCompleted)
        {
            var now = _desk.Bank.Time.GetUtcNow();
            _desk.Bank.Time.Advance(_desk.Bank.Time.Timers.Select(due => due - now).Where(wait => wait > TimeSpan.Zero && wait < TimeSpan.FromSeconds(1)).DefaultIfEmpty().Min());
            await Task.Yield();
        }

        return await run;
    }

    /// <summary>A router whose completions take effect, and whose table then says that it does not know.</summary>
    private (CommandRouter Router, MoveMoneyHandler Handler) Losing(Func<bool> loses)
    {
        var table = new WatchedTable(_desk.Bank.Table) { After = name => name == "transact" && loses() ? throw new TableException("reply lost", isRetryable: true) : default };
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table);
        return (_desk.Router(table, handler), handler);
    }

    /// <summary>A table on which others are faster than the commands of the router.</summary>
    private WatchedTable Racing(Func<bool> races)
    {
        var amount = 0;
        return new WatchedTable(_desk.Bank.Table)
        {
            Before = async name => await (name == "transact" && races() ? _desk.Bank.DepositAsync("a", ++amount) : Task.CompletedTask),
        };
    }
}
