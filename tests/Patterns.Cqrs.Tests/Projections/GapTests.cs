using Patterns.Cqrs.Tests.Aggregates;
using static Patterns.Cqrs.Tests.Projections.RebuildSteps;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>Gaps of the live version are filled.</summary>
public sealed class GapTests
{
    private readonly ViewsUnderTest _views = new();

    [Fact]
    public async Task To_rebuild_the_live_version_fills_its_gaps()
    {
        await _views.Bank.DepositAsync("a", 1, 2);
        await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.TakeChanges());
        await _views.Bank.DepositAsync("a", 3);
        await _views.Bank.DepositAsync("b", 4);
        _views.Bank.Table.TakeChanges(); // nobody is told

        foreach (var view in (string[])["balances", "totals", "journal"])
        {
            Assert.Equal(new RebuildProgress(true, 2), await RebuildAsync(_views, view, version: 1));
        }

        await _views.CheckAsync(version: 1);
    }

    [Fact]
    public async Task To_fill_gaps_no_aggregate_waits_for_one_that_cannot_come_in()
    {
        for (var account = 0; account < 40; account++)
        {
            await _views.Bank.DepositAsync($"account-{account}", 1);
        }

        var projector = _views.Projector(new BalanceProjection(_views.Table) { IsBroken = static change => change.AggregateId == "account-7" });

        var failure = await Assert.ThrowsAsync<RebuildException>(async () => await projector.RebuildAsync("balances", 1, default, default));

        Assert.Equal(["account-7"], failure.AggregateIds);
        Assert.Equal(39, await ViewsUnderTest.Balances(_views.Table).ListAsync(default).CountAsync());
    }

    [Fact]
    public async Task A_fill_that_is_overtaken_by_another_version_says_so_and_leaves_nothing()
    {
        await FillAsync(_views, 40);
        var gate = new ActAtStep(100, async () => await RebuildAsync(_views, "balances", version: 2));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _views.Projector(gate, 1, 2).RebuildAsync("balances", 1, default, default));

        await _views.Projector(null, 2).DeleteAsync("balances", 1, default); // nothing holds it
    }

    [Fact]
    public async Task A_run_that_was_left_for_long_begins_anew()
    {
        await FillAsync(_views, 40);
        var dies = new ActAtStep(120, () => throw new ProcessKilledException("Killed."));
        await Assert.ThrowsAsync<ProcessKilledException>(async () => await _views.Projector(dies, 1).RebuildAsync("balances", 1, default, default));
        await FillAsync(_views, 40); // nobody is told
        _views.Bank.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(new RebuildProgress(true, 40), await _views.Projector(null, 1).RebuildAsync("balances", 1, default, default));

        Assert.All(await ViewsUnderTest.Balances(_views.Table).ListAsync(default).ToListAsync(), row => Assert.Equal(2, row.Value.Changes));
        Assert.Equal(40, await ViewsUnderTest.Balances(_views.Table).ListAsync(default).CountAsync());
    }

    [Fact]
    public async Task Many_aggregates_of_a_shard_are_walked_page_by_page()
    {
        await FillAsync(_views, 700);

        Assert.Equal(new RebuildProgress(true, 700), await _views.Projector(null, 1).RebuildAsync("balances", 1, default, default));

        Assert.Equal(700, await ViewsUnderTest.Balances(_views.Table).ListAsync(default).CountAsync());
    }

    [Fact]
    public async Task The_live_version_is_not_filled_while_another_is_built()
    {
        await StartAsync(_views);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await _views.Projector(null, 1, 2).RebuildAsync("balances", 2, stop.Token, default);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await RebuildAsync(_views, "balances", version: 1));
    }

    [Fact]
    public async Task What_one_aggregate_has_comes_in_when_it_is_asked_for()
    {
        await _views.Bank.DepositAsync("a", 1, 2);
        await _views.Bank.DepositAsync("b", 3);
        _views.Bank.Table.TakeChanges();

        await _views.Projector(gate: null).CatchUpAsync("a", default);

        Assert.Equal(["a"], (await ViewsUnderTest.Balances(_views.Table).ListAsync(default).ToListAsync()).Select(row => row.Key.Partition));
        Assert.Equal(new AccountView(3, 2), (await ViewsUnderTest.Totals(_views.Table).FindAsync(new("all"), default))!.Value);
    }
}
