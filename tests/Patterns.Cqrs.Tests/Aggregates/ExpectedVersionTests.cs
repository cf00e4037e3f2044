namespace Patterns.Cqrs.Tests.Aggregates;

public sealed class ExpectedVersionTests
{
    private readonly Bank _bank = new() { SnapshotEvery = 3 };

    [Fact]
    public async Task A_command_on_the_version_that_is_expected_is_decided_and_on_another_one_refused()
    {
        await _bank.DepositAsync("a", 1, 2);

        Assert.Equal(3, (await _bank.Accounts().HandleAsync("a", 2, new("c", 5), null, default)).After.Version);
        Assert.Equal(4, (await _bank.Accounts().HandleAsync("a", null, new("d", 5), null, default)).After.Version);
        var stale = await Assert.ThrowsAsync<StaleVersionException>(async () => await _bank.Accounts().HandleAsync("a", 2, new("e", 5), null, default));
        await Assert.ThrowsAsync<StaleVersionException>(async () => await _bank.Accounts().DecideAsync("a", 9, new("e", 5), null, default));

        Assert.Equal(("stale-version", new ViewToken("account", "a", 4), "account 'a' has the version 4; expected was 2."), (stale.Code, stale.Found, stale.Message));
        Assert.Equal(4, (await _bank.HistoryAsync("a")).Count);
    }

    [Fact]
    public async Task Who_loses_a_race_for_the_version_is_refused_and_does_not_decide_on_the_next_one()
    {
        var races = 1;
        var table = new WatchedTable(_bank.Table) { Before = async name => await (name == "transact" && races-- > 0 ? _bank.DepositAsync("a", 7) : Task.CompletedTask) };

        await Assert.ThrowsAsync<StaleVersionException>(async () => await _bank.On(table).HandleAsync("a", 0, new("c", 5), null, default));

        Assert.Equal(7, Assert.IsType<AccountEvent.Deposited>(Assert.Single(await _bank.HistoryAsync("a")).Event).Amount);
    }

    [Fact]
    public async Task A_state_of_the_version_that_is_expected_is_changed_and_of_another_one_not()
    {
        var states = new StateStore<AccountState>(_bank.Table, "account", AccountJson.Default.AccountState);

        await states.UpdateAsync("a", 0, _ => new AccountState(5, 1), default);
        await states.UpdateAsync("a", 1, found => found!.State! with { Balance = 6 }, default);
        var stale = await Assert.ThrowsAsync<StaleVersionException>(async () => await states.UpdateAsync("a", 1, _ => new AccountState(7, 1), default));
        await Assert.ThrowsAsync<StaleVersionException>(async () => await states.UpdateAsync("a", 0, _ => new AccountState(7, 1), default));

        Assert.Equal(new ViewToken("account", "a", 2), stale.Found);
        Assert.Equal(6, (await states.FindAsync("a", default))!.State!.Balance);
    }
}
