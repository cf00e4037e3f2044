using Patterns.Cqrs.Tests.Aggregates;

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
    public async Task A_fill_that_is_overtaken_by_another_version_says_so_and_leaves_nothing()
    {
        await FillAsync(40);
        var gate = new ActAtStep(100, async () => await RebuildAsync(_views, "balances", version: 2));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _views.Projector(gate, 1, 2).RebuildAsync("balances", 1, default, default));

        await _views.Projector(null, 2).DeleteAsync("balances", 1, default); // nothing holds it
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
        await FillAsync(60);
        await RebuildAsync(_views, "balances", version: 1);
        await DieBeforeTheSwitchAsync(_views);
        await FillAsync(60);
        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(null, 1), _views.Bank.Table.TakeChanges()));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await RebuildAsync(_views, "balances", version: 2));

        Assert.Equal(
            "Changes of many aggregates went past version 2 of view 'balances': their handler has no projection of it. The next rebuild walks all of them anew.",
            failure.Message);
        Assert.Equal(new RebuildProgress(true, 60), await RebuildAsync(_views, "balances", version: 2));
        Assert.All(await ViewsUnderTest.Balances(_views.Table).ListAsync(default).ToListAsync(), row => Assert.Equal(2, row.Value.Changes));
    }

    [Fact]
    public async Task A_run_that_was_left_for_long_begins_anew()
    {
        await FillAsync(40);
        var dies = new ActAtStep(120, () => throw new ProcessKilledException("Killed."));
        await Assert.ThrowsAsync<ProcessKilledException>(async () => await _views.Projector(dies, 1).RebuildAsync("balances", 1, default, default));
        await FillAsync(40); // nobody is told
        _views.Bank.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(new RebuildProgress(true, 40), await _views.Projector(null, 1).RebuildAsync("balances", 1, default, default));

        Assert.All(await ViewsUnderTest.Balances(_views.Table).ListAsync(default).ToListAsync(), row => Assert.Equal(2, row.Value.Changes));
        Assert.Equal(40, await ViewsUnderTest.Balances(_views.Table).ListAsync(default).CountAsync());
    }

    [Fact]
    public async Task Many_aggregates_of_a_shard_are_walked_page_by_page()
    {
        await FillAsync(700);

        Assert.Equal(new RebuildProgress(true, 700), await _views.Projector(null, 1).RebuildAsync("balances", 1, default, default));

        Assert.Equal(700, await ViewsUnderTest.Balances(_views.Table).ListAsync(default).CountAsync());
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

    [Fact]
    public async Task The_function_rebuilds_until_its_time_is_up_and_says_how_far_it_came()
    {
        await StartAsync(_views);
        var function = new Rebuild(_views.Projector(null, 1, 2));

        Assert.StartsWith("""{"isDone":false,"aggregates":""", await InvokeAsync(function, """{"view":"totals","version":2}""", TimeSpan.FromSeconds(4)));
        Assert.Equal("""{"isDone":true,"aggregates":2}""", await InvokeAsync(function, """{"view":"totals","version":2}""", TimeSpan.FromSeconds(60)));
        Assert.Equal("""{"isDone":true,"aggregates":0}""", await InvokeAsync(function, """{"view":"totals","version":1,"action":"delete"}""", TimeSpan.FromSeconds(60)));
        await Assert.ThrowsAsync<ArgumentException>(() => InvokeAsync(function, """{"view":"totals"}""", TimeSpan.FromSeconds(60)));
        await Assert.ThrowsAsync<ArgumentException>(() => InvokeAsync(function, """{"view":"totals","version":2,"action":"x"}""", TimeSpan.FromSeconds(60)));
    }

    private static async Task DieBeforeTheSwitchAsync(ViewsUnderTest views)
    {
        // What is written when all shards are done is the switch.
        var table = new WatchedTable(views.Table) { Before = call => call == "write" && IsWalked(views) ? throw new ProcessKilledException("Killed.") : default };
        var projector = views.Projector(new BalanceProjection(table, 1), new BalanceProjection(table, 2));

        await Assert.ThrowsAsync<ProcessKilledException>(async () => await projector.RebuildAsync("balances", 2, default, default));

        Assert.Equal(1, await ViewsUnderTest.Balances(views.Table).GetLiveVersionAsync(default));
    }

    private static bool IsWalked(ViewsUnderTest views) => views.Table.Items.Count(item => item["done"] == true && item.Key.Partition == "view#balances#2#rebuild") == 16;

    private async Task FillAsync(int accounts)
    {
        for (var account = 0; account < accounts; account++)
        {
            await _views.Bank.DepositAsync($"account-{account}", 1);
        }
    }

    private static async Task CheckBalanceAsync(ViewsUnderTest views, int version)
    {
        var balances = ViewsUnderTest.Balances(views.Table);
        Assert.Equal(version, await balances.GetLiveVersionAsync(default));
        Assert.Equal(new AccountView(13 * version, 3), (await balances.FindAsync(new("a"), default))!.Value);
    }

    private static async Task StartAsync(ViewsUnderTest views)
    {
        await views.Bank.DepositAsync("a", 1, 2);
        await views.Bank.DepositAsync("b", 4);
        Assert.Empty(await ViewsUnderTest.DeliverAsync(views.Projector(gate: null), views.Bank.Table.TakeChanges()));
    }

    private static async Task ChangeAsync(ViewsUnderTest views)
    {
        await views.Bank.DepositAsync("a", 10);
        await views.Bank.DepositAsync("c", 20);
        Assert.Empty(await ViewsUnderTest.DeliverAsync(views.Projector(null, 1, 2), views.Bank.Table.TakeChanges()));
    }

    private static ValueTask<RebuildProgress> RebuildAsync(ViewsUnderTest views, string view, int version) =>
        views.Projector(null, 1, 2).RebuildAsync(view, version, CancellationToken.None, CancellationToken.None);

    private async Task<string> InvokeAsync(Rebuild function, string input, TimeSpan timeout)
    {
        using var reader = new StreamReader(await function.FunctionHandler(Events.Direct(input), new FakeLambdaContext(timeout, _views.Bank.Time)));
        return await reader.ReadToEndAsync();
    }

    private sealed class Rebuild(Projector<StoredEvent<AccountEvent>> projector) : RebuildHandler<StoredEvent<AccountEvent>>(projector);
}
