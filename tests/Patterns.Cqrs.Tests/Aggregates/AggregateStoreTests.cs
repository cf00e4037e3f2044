namespace Patterns.Cqrs.Tests.Aggregates;

public sealed class AggregateStoreTests
{
    private readonly Bank _bank = new();

    [Fact]
    public async Task A_command_is_decided_on_what_happened_before_it()
    {
        await _bank.DepositAsync("a", 10);

        var decision = await _bank.Accounts().HandleAsync("a", new("c", -3, -4), new() { CommandKey = "c" }, default);

        Assert.Equal(new Aggregate<AccountState>("a", 1, new(10, 1)), decision.Before);
        Assert.Equal(new Aggregate<AccountState>("a", 3, new(3, 3)), decision.After);
        Assert.Equal([new AccountEvent.Withdrawn("c", 3), new AccountEvent.Withdrawn("c", 4)], decision.Events);
        Assert.Empty(decision.Writes);
        Assert.Equal(decision.After, await _bank.Accounts().LoadAsync("a", default));
        Assert.Equal(["c", "c"], (await _bank.HistoryAsync("a", after: 1)).Select(stored => stored.Metadata.CommandKey));
    }

    [Fact]
    public async Task An_aggregate_to_which_nothing_has_happened_has_the_initial_state() =>
        Assert.Equal(new Aggregate<AccountState>("a", 0, new(0, 0)), await _bank.Accounts().LoadAsync("a", default));

    [Fact]
    public async Task A_command_that_a_rule_refuses_has_no_effect()
    {
        await _bank.DepositAsync("a", 10);

        var refusal = await Assert.ThrowsAsync<CommandRefusedException>(async () => await _bank.Accounts().HandleAsync("a", new("c", 5, -16), null, default));

        Assert.Equal("insufficient-funds", refusal.Code);
        Assert.IsAssignableFrom<NonRetryableException>(refusal);
        Assert.Single(await _bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_command_that_leads_to_no_events_writes_nothing()
    {
        await _bank.DepositAsync("a", 10);
        _bank.Table.TakeChanges();

        var decision = await _bank.Accounts().HandleAsync("a", new("c"), null, default);

        Assert.Empty(decision.Events);
        Assert.Equal((1, 1), (decision.Before.Version, decision.After.Version));
        Assert.Empty((await _bank.Accounts().DecideAsync("a", new("c"), null, default)).Writes);
        Assert.Empty(_bank.Table.Changes);
    }

    [Fact]
    public async Task A_command_that_loses_a_race_is_decided_anew()
    {
        await _bank.DepositAsync("a", 10);
        var table = new WatchedTable(_bank.Table) { Before = Once("transact", () => _bank.DepositAsync("a", 5)) };

        var decision = await _bank.On(table).HandleAsync("a", new("c", -7), null, default);

        Assert.Equal(new Aggregate<AccountState>("a", 3, new(8, 3)), decision.After);
    }

    [Fact]
    public async Task A_command_that_is_refused_after_a_lost_race_has_no_effect()
    {
        await _bank.DepositAsync("a", 10);
        var table = new WatchedTable(_bank.Table)
        {
            Before = Once("transact", async () => await _bank.Accounts().HandleAsync("a", new("other", -10), null, default)),
        };

        await Assert.ThrowsAsync<CommandRefusedException>(async () => await _bank.On(table).HandleAsync("a", new("c", -1), null, default));

        Assert.Equal(new AccountState(0, 2), (await _bank.Accounts().LoadAsync("a", default)).State);
    }

    [Fact]
    public async Task Races_that_are_lost_again_and_again_end_with_an_error_that_names_the_aggregate()
    {
        var amount = 0;
        var table = new WatchedTable(_bank.Table)
        {
            Before = async name => await (name == "transact" ? _bank.DepositAsync("a", ++amount) : Task.CompletedTask),
        };

        var conflict = await Assert.ThrowsAsync<AggregateConflictException>(async () => await _bank.On(table).HandleAsync("a", new("c", 1), null, default));

        Assert.Equal("account 'a' was changed by others at each of 5 attempts.", conflict.Message);
        Assert.Equal(("account", "a", 5), (conflict.AggregateType, conflict.AggregateId, conflict.Attempts));
        Assert.Equal(5, (await _bank.HistoryAsync("a")).Count);
    }

    [Fact]
    public async Task An_append_that_certainly_did_nothing_is_tried_again()
    {
        var failures = 2;
        var table = new WatchedTable(_bank.Table)
        {
            Before = name => name == "transact" && failures-- > 0 ? throw new TableException("conflict", isRetryable: true) { MayHaveTakenEffect = false } : default,
        };

        var decision = await _bank.On(table).HandleAsync("a", new("c", 1), null, default);

        Assert.Equal(1, decision.After.Version);
        Assert.Single(await _bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task An_append_that_did_nothing_at_all_attempts_says_why()
    {
        var table = new WatchedTable(_bank.Table)
        {
            Before = name => name == "transact" ? throw new TableException("conflict", isRetryable: true) { MayHaveTakenEffect = false } : default,
        };

        var conflict = await Assert.ThrowsAsync<AggregateConflictException>(async () => await _bank.On(table).HandleAsync("a", new("c", 1), null, default));

        Assert.IsType<TableException>(conflict.InnerException);
    }

    [Fact]
    public async Task A_command_whose_append_may_have_taken_effect_is_not_decided_again()
    {
        var table = new WatchedTable(_bank.Table) { After = name => name == "transact" ? throw new TableException("reply lost", isRetryable: true) : default };

        await Assert.ThrowsAsync<TableException>(async () => await _bank.On(table).HandleAsync("a", new("c", 1), null, default));

        Assert.Single(await _bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_decision_writes_nothing_until_its_writes_are_written()
    {
        var decision = await _bank.Accounts().DecideAsync("a", new("c", 1, 2), null, default);

        Assert.Empty(_bank.Table.Items);
        Assert.Equal(2, decision.After.Version);
        Assert.True((await _bank.Table.TransactAsync(decision.Writes, null, default)).Committed);
        Assert.Equal(decision.After, await _bank.Accounts().LoadAsync("a", default));
        Assert.False((await _bank.Table.TransactAsync(decision.Writes, null, default)).Committed);
    }

    [Fact]
    public async Task A_decision_can_commit_with_writes_of_another_table()
    {
        var other = new InMemoryTable("other", _bank.Time);
        var decision = await _bank.Accounts().DecideAsync("a", new("c", 1), null, default);

        var result = await other.TransactAsync([new TablePut(new TableItem(new("x", "y"))), .. decision.Writes], null, default);

        Assert.True(result.Committed);
        Assert.Single(other.Items);
        Assert.Single(await _bank.HistoryAsync("a"));
    }

    [Fact]
    public void Options_have_their_defaults_and_say_all_mistakes_at_once()
    {
        var options = new AggregateStoreOptions<AccountState>();
        Assert.Equal((5, TimeSpan.FromMilliseconds(20), TimeProvider.System), (options.MaxAttempts, options.RetryDelay, options.Time));
        Assert.Null(options.Snapshots);

        var failure = Assert.Throws<OptionsException>(() => new AggregateStore<AccountState, AccountCommand, AccountEvent>(_bank.Events(), Bank.Rules, new()
        {
            MaxAttempts = 0,
            RetryDelay = TimeSpan.FromSeconds(-1),
            Time = null!,
            Snapshots = new(AccountJson.Default.AccountState) { Name = "balance", Every = 0 },
        }));

        Assert.Equal(
            "AggregateStoreOptions: MaxAttempts must be at least 1, but is 0. RetryDelay must not be negative, but is -00:00:01. Time must not be null. Every must be at least 1, but is 0.",
            failure.Message);
    }

    private static Func<string, ValueTask> Once(string call, Func<Task> action)
    {
        var isDone = false;
        return async name =>
        {
            if (name == call && !isDone)
            {
                isDone = true;
                await action();
            }
        };
    }
}
