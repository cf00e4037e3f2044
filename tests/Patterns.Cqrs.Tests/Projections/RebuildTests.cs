using Patterns.Cqrs.Tests.Aggregates;
using static Patterns.Cqrs.Tests.Projections.RebuildSteps;

namespace Patterns.Cqrs.Tests.Projections;

public sealed class RebuildTests
{
    private readonly ViewsUnderTest _views = new();

    [Fact]
    public async Task A_new_version_is_made_beside_the_live_one_and_takes_its_place_at_once()
    {
        await StartAsync(_views);
        var balances = ViewsUnderTest.Balances(_views.Table);

        Assert.Equal(new RebuildProgress(true, 2), await RebuildAsync(_views, "balances", version: 2));

        Assert.Equal(2, await balances.GetLiveVersionAsync(default));
        Assert.Equal(new AccountView(6, 2), (await balances.FindAsync(new("a"), default))!.Value);
        Assert.Equal(1, await ViewsUnderTest.Totals(_views.Table).GetLiveVersionAsync(default)); // another view, of which nobody spoke
    }

    [Fact]
    public async Task A_rebuild_goes_on_where_it_was_left()
    {
        for (var account = 0; account < 40; account++)
        {
            await _views.Bank.DepositAsync($"account-{account}", 1);
        }

        await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.TakeChanges());
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.False((await _views.Projector(null, 1, 2).RebuildAsync("totals", 2, stop.Token, default)).IsDone); // a page at least
        Assert.Equal(1, await ViewsUnderTest.Totals(_views.Table).GetLiveVersionAsync(default));

        var dies = new ActAtStep(60, () => throw new ProcessKilledException("Killed."));
        await Assert.ThrowsAsync<ProcessKilledException>(async () => await _views.Projector(dies, 1, 2).RebuildAsync("totals", 2, default, default));
        Assert.Equal(new RebuildProgress(true, 40), await RebuildAsync(_views, "totals", version: 2));

        Assert.Equal(new AccountView(80, 40), (await ViewsUnderTest.Totals(_views.Table).FindAsync(new("all"), default))!.Value);
    }

    [Fact]
    public async Task A_version_that_cannot_be_made_does_not_become_live()
    {
        await StartAsync(_views);
        var projector = _views.Projector(new BalanceProjection(_views.Table), new BalanceProjection(_views.Table, 2) { IsBroken = static change => change.AggregateId == "b" });

        var failure = await Assert.ThrowsAsync<RebuildException>(async () => await projector.RebuildAsync("balances", 2, default, default));

        Assert.Equal(("balances", 2), (failure.ViewName, failure.Version));
        Assert.Equal(["b"], failure.AggregateIds);
        Assert.Equal("1 aggregates cannot come into version 2 of view 'balances': 'b'.", failure.Message);
        Assert.Equal("View 'balances' stays without version 1 of account 'b' and what follows it: This projection has a mistake.", failure.InnerException!.Message);
        Assert.Equal(1, await ViewsUnderTest.Balances(_views.Table).GetLiveVersionAsync(default));

        // Corrected, it goes on with what is missing.
        Assert.Equal(new RebuildProgress(true, 2), await RebuildAsync(_views, "balances", version: 2));
        Assert.Equal(2, await ViewsUnderTest.Balances(_views.Table).GetLiveVersionAsync(default));
    }

    [Fact]
    public async Task A_rebuild_may_be_told_to_do_without_some_aggregates()
    {
        await StartAsync(_views);
        var projector = _views.Projector(new BalanceProjection(_views.Table), new BalanceProjection(_views.Table, 2) { IsBroken = static change => change.AggregateId == "b" });

        Assert.Equal(new RebuildProgress(true, 2), await projector.RebuildAsync("balances", 2, default, default, without: ["b"]));

        Assert.Equal(["a"], (await ViewsUnderTest.Balances(_views.Table).ListAsync(default).ToListAsync()).Select(row => row.Key.Partition));
    }

    [Fact]
    public async Task A_version_that_was_live_before_is_walked_before_it_is_live_again()
    {
        await StartAsync(_views);
        var dies = new ActAtStep(60, () => throw new ProcessKilledException("Killed."));
        await Assert.ThrowsAsync<ProcessKilledException>(async () => await _views.Projector(dies, 1).RebuildAsync("balances", 1, default, default));
        await RebuildAsync(_views, "balances", version: 2);
        await ChangeAsync(_views); // comes into version 2 only

        Assert.True((await RebuildAsync(_views, "balances", version: 1)).IsDone);

        await CheckBalanceAsync(_views, version: 1);
    }

    [Fact]
    public async Task A_view_is_made_of_one_type_of_aggregate()
    {
        await StartAsync(_views);
        var other = Projector.Of(new EventStore<AccountEvent>(_views.Bank.Table, "other", Bank.Types), [new BalanceProjection(_views.Table)]);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await other.RebuildAsync("balances", 1, default, default));

        Assert.Equal("View 'balances' is made of 'account'; a view is made of one type of aggregate, and not of 'other' as well.", failure.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await other.CatchUpAsync("a", default));
    }

    [Fact]
    public void All_versions_of_a_view_are_in_one_table() =>
        Assert.Throws<ArgumentException>(() => _views.Projector(new BalanceProjection(_views.Table, 1), new BalanceProjection(new InMemoryTable("elsewhere"), 2)));

    [Fact]
    public async Task Versions_that_never_were_are_neither_deleted_nor_given_up()
    {
        await StartAsync(_views);
        var projector = _views.Projector(null, 1, 2);

        var delete = await Assert.ThrowsAsync<InvalidOperationException>(async () => await projector.DeleteAsync("balances", 100, default));
        var cancel = await Assert.ThrowsAsync<InvalidOperationException>(async () => await projector.CancelRebuildAsync("balances", 2, default));

        Assert.Equal("There never was a version 100 of view 'balances'.", delete.Message);
        Assert.Equal("Version 2 of view 'balances' is not being built.", cancel.Message);
    }

    [Fact]
    public async Task One_version_is_built_at_a_time_and_one_that_was_given_up_is_not_used_again()
    {
        await StartAsync(_views);
        var projector = _views.Projector(null, 1, 2, 3);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await projector.RebuildAsync("balances", 2, stop.Token, default);

        var other = await Assert.ThrowsAsync<InvalidOperationException>(async () => await projector.RebuildAsync("balances", 3, default, default));
        Assert.Equal("Version 2 of view 'balances' is being built; end or cancel that before version 3.", other.Message);
        await projector.CancelRebuildAsync("balances", 2, default);
        var retired = await Assert.ThrowsAsync<InvalidOperationException>(async () => await projector.RebuildAsync("balances", 2, default, default));
        Assert.Equal("Version 2 of view 'balances' was retired; take one above 2.", retired.Message);
        Assert.True((await projector.RebuildAsync("balances", 3, default, default)).IsDone);
        await Assert.ThrowsAsync<ArgumentException>(async () => await projector.RebuildAsync("balances", 4, default, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await projector.RebuildAsync("other", 1, default, default));
    }

    [Fact]
    public async Task A_version_that_is_not_read_any_more_can_be_deleted_whole()
    {
        await StartAsync(_views);
        await RebuildAsync(_views, "journal", version: 2);
        var projector = _views.Projector(null, 2);

        await projector.DeleteAsync("journal", 1, default);

        Assert.DoesNotContain(_views.Table.Items, item => item.Key.Partition.StartsWith("view#journal#1#", StringComparison.Ordinal));
        Assert.Equal(5, await ViewsUnderTest.Journal(_views.Table).ListAsync(default).CountAsync());
        var live = await Assert.ThrowsAsync<InvalidOperationException>(async () => await projector.DeleteAsync("journal", 2, default));
        Assert.Equal("Version 2 of view 'journal' is live; only others can be deleted.", live.Message);
    }
}
