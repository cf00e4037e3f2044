using Patterns.Cqrs.Tests.Aggregates;
using static Patterns.Cqrs.Tests.Projections.RebuildSteps;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>What commands, handlers and other rebuilders do between any two steps of a rebuild.</summary>
public sealed class RebuildRaceTests
{
    private readonly ViewsUnderTest _views = new();

    /// <summary>Between any two steps of the rebuild, a command takes effect and the stream tells a handler of it, once.</summary>
    [Fact]
    public async Task Whenever_something_changes_during_a_rebuild_it_is_in_the_new_version()
    {
        var steps = 0;
        for (var hasActed = true; hasActed; steps++)
        {
            var views = new ViewsUnderTest();
            await StartAsync(views);
            var gate = new ActAtStep(steps, () => ChangeAsync(views));
            foreach (var view in (string[])["balances", "totals", "journal"])
            {
                await views.Projector(gate, 1, 2).RebuildAsync(view, 2, CancellationToken.None, CancellationToken.None);
            }

            hasActed = gate.HasActed;
            if (hasActed)
            {
                await views.CheckAsync(version: 2);
            }
        }

        Assert.True(steps > 300, $"Only {steps} steps.");
    }

    [Fact]
    public async Task A_reader_never_sees_an_older_state_than_before_because_of_a_rebuild()
    {
        var steps = 0;
        for (var hasActed = true; hasActed; steps++)
        {
            var views = new ViewsUnderTest();
            await StartAsync(views);
            var balances = ViewsUnderTest.Balances(views.Table);
            var seen = 0L;
            var gate = new ActAtStep(steps, async () =>
            {
                await ChangeAsync(views);
                seen = (await balances.FindAsync(new("a"), default))!.Value.Changes;
            });
            await views.Projector(gate, 1, 2).RebuildAsync("balances", 2, CancellationToken.None, CancellationToken.None);
            hasActed = gate.HasActed;

            Assert.True((await balances.FindAsync(new("a"), default))!.Value.Changes >= seen);
        }
    }

    /// <summary>All aggregates are walked, and the versions switch between any two steps of a handler.</summary>
    [Fact]
    public async Task The_live_version_is_never_ahead_of_the_one_that_replaces_it()
    {
        var steps = 0;
        for (var hasActed = true; hasActed; steps++)
        {
            var views = new ViewsUnderTest();
            await StartAsync(views);
            await DieBeforeTheSwitchAsync(views);
            await views.Bank.DepositAsync("a", 10);
            var balances = ViewsUnderTest.Balances(views.Table);
            var gate = new ActAtStep(steps, async () =>
            {
                var before = (await balances.FindAsync(new("a"), default))!.Value.Changes;
                Assert.True((await RebuildAsync(views, "balances", version: 2)).IsDone);
                Assert.True((await balances.FindAsync(new("a"), default))!.Value.Changes >= before, "The view went back.");
            });

            Assert.Empty(await ViewsUnderTest.DeliverAsync(views.Projector(gate, 1, 2), views.Bank.Table.TakeChanges()));

            hasActed = gate.HasActed;
            Assert.Equal(hasActed ? 2 : 1, await balances.GetLiveVersionAsync(default));
            Assert.Equal(3, (await balances.FindAsync(new("a"), default))!.Value.Changes);
        }

        Assert.True(steps > 10, $"Only {steps} steps.");
    }

    /// <summary>Changes that the new version fails on, while it is built: the walk may have passed their aggregate.</summary>
    [Fact]
    public async Task A_version_does_not_become_live_without_changes_that_it_failed_on_meanwhile()
    {
        var steps = 0;
        for (var hasActed = true; hasActed; steps++)
        {
            var views = new ViewsUnderTest();
            await StartAsync(views);
            var broken = views.Projector(new BalanceProjection(views.Table), new BalanceProjection(views.Table, 2) { IsBroken = static change => change.Version == 3 });
            var seen = 2L;
            var gate = new ActAtStep(steps, async () =>
            {
                seen = await ViewsUnderTest.Balances(views.Table).GetLiveVersionAsync(default) == 1 ? 3 : 2; // once it is live, it stays without them
                await views.Bank.DepositAsync("a", 10);
                await ViewsUnderTest.DeliverAsync(broken, views.Bank.Table.TakeChanges(), new InMemoryDestination());
            });
            var failure = await Record.ExceptionAsync(async () => await views.Projector(gate, 1, 2).RebuildAsync("balances", 2, default, default));
            hasActed = gate.HasActed;

            Assert.Equal(seen, (await ViewsUnderTest.Balances(views.Table).FindAsync(new("a"), default))!.Value.Changes);
            if (failure is not null)
            {
                Assert.Equal(["a"], Assert.IsType<RebuildException>(failure).AggregateIds);
                Assert.True((await RebuildAsync(views, "balances", version: 2)).IsDone);
                await CheckBalanceAsync(views, version: 2);
            }
        }

        Assert.True(steps > 40, $"Only {steps} steps.");
    }

    [Fact]
    public async Task A_version_does_not_become_live_without_changes_that_a_handler_without_its_projection_took()
    {
        var steps = 0;
        for (var hasActed = true; hasActed; steps++)
        {
            var views = new ViewsUnderTest();
            await StartAsync(views);
            var gate = new ActAtStep(steps, async () =>
            {
                await views.Bank.DepositAsync("a", 10);
                var changes = views.Bank.Table.TakeChanges();
                if ((await ViewsUnderTest.DeliverAsync(views.Projector(null, 1), changes)).Count > 0)
                {
                    Assert.Empty(await ViewsUnderTest.DeliverAsync(views.Projector(null, 1, 2), changes)); // it was live by then: the change came again
                }
            });
            Assert.True((await views.Projector(gate, 1, 2).RebuildAsync("balances", 2, default, default)).IsDone);
            hasActed = gate.HasActed;

            if (hasActed)
            {
                await CheckBalanceAsync(views, version: 2);
            }
        }
    }

    /// <summary>A handler that does not know the new version is on its way while the versions switch.</summary>
    [Fact]
    public async Task A_change_that_a_handler_without_the_projection_has_in_hand_at_the_switch_is_not_lost()
    {
        var steps = 0;
        for (var hasActed = true; hasActed; steps++)
        {
            var views = new ViewsUnderTest();
            await StartAsync(views);
            await DieBeforeTheSwitchAsync(views);
            await views.Bank.DepositAsync("a", 10);
            var changes = views.Bank.Table.TakeChanges();
            var gate = new ActAtStep(steps, async () => Assert.True((await RebuildAsync(views, "balances", version: 2)).IsDone));

            var failed = await ViewsUnderTest.DeliverAsync(views.Projector(new BalanceProjection(new SteppedTable(views.Table, gate))), changes);

            hasActed = gate.HasActed;
            if (failed.Count > 0)
            {
                Assert.Empty(await ViewsUnderTest.DeliverAsync(views.Projector(null, 1, 2), changes)); // it came again
            }

            Assert.Equal(3, (await ViewsUnderTest.Balances(views.Table).FindAsync(new("a"), default))!.Value.Changes);
        }

        Assert.True(steps > 8, $"Only {steps} steps.");
    }

    [Fact]
    public async Task Of_two_rebuilders_neither_makes_a_version_live_that_lacks_something()
    {
        var steps = 0;
        for (var hasActed = true; hasActed; steps += 3)
        {
            var views = new ViewsUnderTest();
            await StartAsync(views);
            var gate = new ActAtStep(steps, async () =>
            {
                await views.Bank.DepositAsync("a", 10);
                var changes = views.Bank.Table.TakeChanges();
                var other = new ActAtStep(5, async () =>
                {
                    if ((await ViewsUnderTest.DeliverAsync(views.Projector(null, 1), changes)).Count > 0)
                    {
                        Assert.Empty(await ViewsUnderTest.DeliverAsync(views.Projector(null, 1, 2), changes));
                    }
                });
                await views.Projector(other, 1, 2).RebuildAsync("balances", 2, default, default);
            });
            await Record.ExceptionAsync(async () => await views.Projector(gate, 1, 2).RebuildAsync("balances", 2, default, default));
            hasActed = gate.HasActed;

            if (hasActed)
            {
                await CheckBalanceAsync(views, version: 2);
            }
        }

        Assert.True(steps > 60, $"Only {steps} steps.");
    }

    [Fact]
    public async Task A_rebuild_without_an_aggregate_ends_though_that_one_changes_all_the_time()
    {
        var steps = 0;
        for (var hasActed = true; hasActed; steps += 7)
        {
            var views = new ViewsUnderTest();
            await StartAsync(views);
            var broken = views.Projector(new BalanceProjection(views.Table), new BalanceProjection(views.Table, 2) { IsBroken = static change => change.AggregateId == "b" });
            var gate = new ActAtStep(steps, async () =>
            {
                await views.Bank.DepositAsync("b", 10);
                await ViewsUnderTest.DeliverAsync(broken, views.Bank.Table.TakeChanges(), new InMemoryDestination());
            });
            var gated = views.Projector(new BalanceProjection(new SteppedTable(views.Table, gate)), new BalanceProjection(new SteppedTable(views.Table, gate), 2) { IsBroken = static change => change.AggregateId == "b" });

            Assert.True((await gated.RebuildAsync("balances", 2, default, default, without: ["b"])).IsDone);

            hasActed = gate.HasActed;
        }
    }

    [Fact]
    public async Task A_change_that_is_only_late_for_the_new_version_comes_again_for_both()
    {
        await StartAsync(_views);
        await DieBeforeTheSwitchAsync(_views);
        await _views.Bank.DepositAsync("a", 10);
        var changes = _views.Bank.Table.TakeChanges();
        var throttled = new WatchedTable(_views.Table) { Before = call => call == "transact" ? throw new TableException("Throttled.", isRetryable: true) : default };

        Assert.Single(await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table, 1), new BalanceProjection(throttled, 2)), changes));

        Assert.Equal(2, (await ViewsUnderTest.Balances(_views.Table).FindAsync(new("a"), default))!.Value.Changes); // nor in the live one
        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(null, 1, 2), changes));
        await RebuildAsync(_views, "balances", version: 2);
        await CheckBalanceAsync(_views, version: 2);
    }

    [Fact]
    public async Task Changes_of_many_aggregates_past_a_version_have_all_walked_anew()
    {
        await FillAsync(_views, 60);
        await RebuildAsync(_views, "balances", version: 1);
        await DieBeforeTheSwitchAsync(_views);
        await FillAsync(_views, 60);
        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(null, 1), _views.Bank.Table.TakeChanges()));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await RebuildAsync(_views, "balances", version: 2));

        Assert.Equal(
            "Changes of many aggregates went past version 2 of view 'balances': their handler has no projection of it. The next rebuild walks all of them anew.",
            failure.Message);
        Assert.Equal(new RebuildProgress(true, 60), await RebuildAsync(_views, "balances", version: 2));
        Assert.All(await ViewsUnderTest.Balances(_views.Table).ListAsync(default).ToListAsync(), row => Assert.Equal(2, row.Value.Changes));
    }
}
