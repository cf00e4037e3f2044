using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

public sealed class ProjectionHandlerTests
{
    private readonly ViewsUnderTest _views = new();

    [Fact]
    public async Task Every_view_has_what_the_stream_told_of()
    {
        await _views.Bank.DepositAsync("a", 1, 2, 3);
        await _views.Bank.DepositAsync("b", 4);

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.Changes));

        await _views.CheckAsync(version: 1);
    }

    [Fact]
    public async Task A_change_that_comes_again_changes_nothing()
    {
        await _views.Bank.DepositAsync("a", 1, 2);
        await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.Changes);
        var before = _views.Table.TakeChanges().Count;

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.Changes));

        Assert.True(before > 0);
        Assert.Empty(_views.Table.Changes);
    }

    [Fact]
    public async Task What_the_stream_never_told_of_is_read_from_the_table_of_the_aggregates()
    {
        await _views.Bank.DepositAsync("a", [.. Enumerable.Range(1, 250).Select(amount => (long)amount)]);
        _views.Bank.Table.TakeChanges();
        await _views.Bank.DepositAsync("a", 1000);

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.Changes));

        await _views.CheckAsync(version: 1);
    }

    [Fact]
    public async Task A_transaction_whose_reply_is_lost_counts_once()
    {
        await _views.Bank.DepositAsync("a", 1);
        var fails = true;
        var table = new WatchedTable(_views.Table)
        {
            After = call => call == "transact" && Interlocked.Exchange(ref fails, false) ? throw new TableException("The reply was lost.", isRetryable: true) : default,
        };

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(new TotalProjection(table)), _views.Bank.Table.Changes));

        Assert.Equal(new AccountView(1, 1), (await ViewsUnderTest.Totals(_views.Table).FindAsync(new("all"), default))!.Value);
    }

    [Fact]
    public async Task A_table_that_fails_at_all_attempts_has_the_change_come_again()
    {
        await _views.Bank.DepositAsync("a", 1);
        var table = new WatchedTable(_views.Table) { Before = call => call == "transact" ? throw new TableException("Throttled.", isRetryable: true) : default };
        var failures = new InMemoryDestination();

        var failed = await ViewsUnderTest.DeliverAsync(_views.Projector(new TotalProjection(table)), _views.Bank.Table.Changes, failures);

        Assert.Single(failed);
        Assert.Empty(failures.Received);
        Assert.Equal(50, table.Calls.Count(call => call == "transact"));
    }

    [Fact]
    public async Task A_change_that_a_projection_fails_on_is_diverted_and_keeps_nobody_else_waiting()
    {
        await _views.Bank.DepositAsync("a", 1, 13, 2);
        await _views.Bank.DepositAsync("b", 4);
        var failures = new InMemoryDestination();
        var broken = new BalanceProjection(_views.Table) { IsBroken = static change => change.Event is AccountEvent.Deposited { Amount: 13 } };

        var failed = await ViewsUnderTest.DeliverAsync(_views.Projector(broken, new TotalProjection(_views.Table)), _views.Bank.Table.Changes, failures);

        Assert.Empty(failed);
        Assert.Equal(2, failures.Received.Count); // the event, and the one behind it
        Assert.All(failures.Received, envelope => Assert.Contains(nameof(ProjectionException), string.Join(' ', envelope.Attributes.Values), StringComparison.Ordinal));
        Assert.Equal(new AccountView(1, 1), await BalanceAsync("a"));
        Assert.Equal(new AccountView(4, 1), await BalanceAsync("b"));
        Assert.Equal(new AccountView(20, 4), (await ViewsUnderTest.Totals(_views.Table).FindAsync(new("all"), default))!.Value);
    }

    [Fact]
    public async Task After_a_correction_the_next_change_brings_in_all_that_was_diverted()
    {
        await _views.Bank.DepositAsync("a", 1, 13, 2);
        var broken = new BalanceProjection(_views.Table) { IsBroken = static change => change.Version == 2 };
        await ViewsUnderTest.DeliverAsync(_views.Projector(broken), _views.Bank.Table.TakeChanges(), new InMemoryDestination());
        await _views.Bank.DepositAsync("a", 5);

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table)), _views.Bank.Table.Changes));

        Assert.Equal(new AccountView(21, 4), await BalanceAsync("a"));
    }

    [Fact]
    public async Task Without_a_failure_destination_a_change_that_cannot_come_in_goes_back()
    {
        await _views.Bank.DepositAsync("a", 1, 2);
        var broken = new BalanceProjection(_views.Table) { IsBroken = static change => change.Version == 2 };

        var failed = await ViewsUnderTest.DeliverAsync(_views.Projector(broken), _views.Bank.Table.Changes);

        Assert.Single(failed);
        Assert.Equal(new AccountView(1, 1), await BalanceAsync("a"));
    }

    [Fact]
    public async Task An_event_that_is_not_known_keeps_those_behind_it_out()
    {
        await _views.Bank.DepositAsync("a", 1);
        var others = new EventTypes<AccountEvent>().With("money.found", AccountJson.Default.Deposited);
        await new EventStore<AccountEvent>(_views.Bank.Table, Bank.Type, others).AppendAsync("a", 1, [new AccountEvent.Deposited("x", 7)], null, default);
        await new EventStore<AccountEvent>(_views.Bank.Table, Bank.Type, Bank.Types).AppendAsync("a", 2, [new AccountEvent.Deposited("y", 9)], null, default);
        var failures = new InMemoryDestination();

        var failed = await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table)), _views.Bank.Table.Changes, failures);

        Assert.Empty(failed);
        Assert.Equal(2, failures.Received.Count);
        Assert.Equal(new AccountView(1, 1), await BalanceAsync("a"));
    }

    [Fact]
    public async Task A_row_that_is_too_large_is_a_mistake_of_the_projection()
    {
        await _views.Bank.DepositAsync("a", 1, 2, 3);
        var failures = new InMemoryDestination();

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(new GrowingProjection(_views.Table, at: 3)), _views.Bank.Table.Changes, failures));

        Assert.Single(failures.Received);
        Assert.Equal(2, await new ViewStore<string>(_views.Table, "growing", GrowingJson.Default.String).GetPositionAsync(Bank.Type, "a", default));
    }

    [Fact]
    public async Task A_change_comes_into_as_many_rows_as_a_transaction_takes()
    {
        await _views.Bank.DepositAsync("a", 1, 2, 3);

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(new WideProjection(_views.Table, rows: 45)), _views.Bank.Table.Changes));

        Assert.Equal(135, await new ViewStore<AccountView>(_views.Table, "wide", AccountViewJson.Default.AccountView).ListAsync(default).CountAsync());
    }

    [Theory]
    [InlineData(46)]
    [InlineData(-1)] // a row twice
    public async Task A_change_that_comes_into_more_rows_or_twice_into_one_is_a_mistake_of_the_projection(int rows)
    {
        await _views.Bank.DepositAsync("a", 1);
        var failures = new InMemoryDestination();

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(new WideProjection(_views.Table, rows)), _views.Bank.Table.Changes, failures));

        Assert.Single(failures.Received);
    }

    [Fact]
    public async Task While_the_live_version_has_no_projection_everything_comes_again()
    {
        await _views.Bank.DepositAsync("a", 1);
        await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table, version: 1)), _views.Bank.Table.Changes);
        var failures = new InMemoryDestination();

        var failed = await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table, version: 2)), _views.Bank.Table.Changes, failures);

        Assert.Single(failed);
        Assert.Empty(failures.Received);
    }

    [Fact]
    public async Task The_lag_is_measured_from_the_change_to_the_view()
    {
        await _views.Bank.DepositAsync("a", 1);
        _views.Bank.Time.Advance(TimeSpan.FromSeconds(7));
        using var lags = new Measured("patterns.projections.lag", "view", "lagging");

        await ViewsUnderTest.DeliverAsync(_views.Projector(new GrowingProjection(_views.Table, at: 99, name: "lagging")), _views.Bank.Table.Changes);

        Assert.Equal([7.0], lags.Values);
    }

    [Fact]
    public async Task The_lag_is_of_changes_that_came_in_and_not_of_those_that_came_again()
    {
        await _views.Bank.DepositAsync("a", 1, 2);
        var changes = _views.Bank.Table.TakeChanges();
        using var lags = new Measured("patterns.projections.lag", "view", "replayed");
        var projector = _views.Projector(new GrowingProjection(_views.Table, at: 99, name: "replayed"));
        _views.Bank.Time.Advance(TimeSpan.FromSeconds(7));
        await ViewsUnderTest.DeliverAsync(projector, [changes[^1]]); // the first one is read from the table of the accounts
        _views.Bank.Time.Advance(TimeSpan.FromDays(1));

        await ViewsUnderTest.DeliverAsync(projector, changes);

        Assert.Equal([7.0, 7.0], lags.Values);
    }

    [Fact]
    public async Task A_hundred_aggregates_come_into_one_row_with_the_defaults()
    {
        for (var account = 0; account < 100; account++)
        {
            await _views.Bank.DepositAsync($"account-{account}", 1);
        }

        var projector = Projector.Of(_views.Bank.Events(), [new TotalProjection(new SlowTable(_views.Table))]);
        Assert.Empty(await ViewsUnderTest.DeliverAsync(projector, _views.Bank.Table.Changes));

        Assert.Equal(new AccountView(100, 100), (await ViewsUnderTest.Totals(_views.Table).FindAsync(new("all"), default))!.Value);
    }

    [Fact]
    public async Task An_event_that_is_not_seen_yet_is_waited_for()
    {
        await _views.Bank.DepositAsync("a", 1, 2, 3);
        var table = new HoleyTable(_views.Bank.Table, reads: 7, hidden: "event#0000000000000000002");
        var projector = Projector.Of(_views.Bank.Events(table), [new BalanceProjection(_views.Table)], new() { MaxParallelism = 1, RetryDelay = TimeSpan.Zero });

        Assert.Empty(await ViewsUnderTest.DeliverAsync(projector, [.. _views.Bank.Table.Changes.Where(IsThird)]));

        Assert.Equal(new AccountView(6, 3), await BalanceAsync("a"));
    }

    [Fact]
    public async Task An_event_that_is_gone_for_good_keeps_those_behind_it_out()
    {
        await _views.Bank.DepositAsync("a", 1, 2, 3);
        var changes = _views.Bank.Table.TakeChanges();
        await _views.Bank.Table.DeleteAsync(new TableKey("aggregate#account#a", "event#0000000000000000002"), default);
        var failures = new InMemoryDestination();

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table)), [.. changes.Where(IsThird)], failures));

        Assert.Single(failures.Received);
        Assert.Equal(new AccountView(1, 1), await BalanceAsync("a"));
    }

    [Fact]
    public async Task Healing_goes_no_further_than_the_change_that_came()
    {
        await _views.Bank.DepositAsync("a", 1, 2, 3);
        var third = _views.Bank.Table.TakeChanges().Single(IsThird);
        await _views.Bank.DepositAsync("a", 4);

        await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table)), [third]);

        Assert.Equal(new AccountView(6, 3), await BalanceAsync("a"));
    }

    [Fact]
    public async Task A_view_whose_items_somebody_broke_diverts_and_blocks_nothing()
    {
        await _views.Bank.DepositAsync("a", 1);
        await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table)), _views.Bank.Table.TakeChanges());
        var row = _views.Table.Items.Single(item => item["cqrsItem"] == "view-row");
        await _views.Table.WriteAsync(new TableUpdate(row.Key).Set("data", 5), default);
        await _views.Bank.DepositAsync("a", 2);
        var failures = new InMemoryDestination();

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table)), _views.Bank.Table.Changes, failures));

        Assert.Single(failures.Received);
    }

    [Fact]
    public async Task An_aggregate_with_the_longest_id_has_a_row_of_its_own()
    {
        var id = new string('x', 1024);
        await _views.Bank.DepositAsync(id, 1);

        Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(new BalanceProjection(_views.Table)), _views.Bank.Table.Changes));

        Assert.Equal(new AccountView(1, 1), await BalanceAsync(id));
    }

    [Fact]
    public async Task One_view_that_is_throttled_has_the_change_come_again_though_another_cannot_take_it()
    {
        await _views.Bank.DepositAsync("a", 1);
        var throttled = new WatchedTable(_views.Table) { Before = call => call == "transact" ? throw new TableException("Throttled.", isRetryable: true) : default };
        var broken = new BalanceProjection(_views.Table) { IsBroken = static _ => true };
        var failures = new InMemoryDestination();

        Assert.Single(await ViewsUnderTest.DeliverAsync(_views.Projector(broken, new TotalProjection(throttled)), _views.Bank.Table.Changes, failures));

        Assert.Empty(failures.Received);
    }

    [Fact]
    public void A_version_of_a_view_has_one_projection()
    {
        Assert.Throws<ArgumentException>(() => _views.Projector(new BalanceProjection(_views.Table), new BalanceProjection(_views.Table)));
        Assert.Throws<ArgumentException>(() => _views.Projector((ViewProjection<StoredEvent<AccountEvent>>[])[]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BalanceProjection(_views.Table, version: 0));
        Assert.Throws<ArgumentException>(() => new ViewStore<AccountView>(_views.Table, "a#b", AccountViewJson.Default.AccountView));
    }

    [Fact]
    public void Options_tell_all_mistakes_at_once()
    {
        var mistakes = Assert.Throws<OptionsException>(() => Projector.Of(
            _views.Bank.Events(),
            [new BalanceProjection(_views.Table)],
            new() { MaxParallelism = 0, MaxAttempts = 0, RetryDelay = TimeSpan.FromSeconds(-1) }));

        Assert.Equal(
            "ProjectorOptions: MaxAttempts must be at least 1, but is 0. RetryDelay must not be negative, but is -00:00:01. MaxParallelism must be at least 1, but is 0.",
            mistakes.Message);
        var defaults = new ProjectorOptions();
        Assert.Equal((8, 8, TimeSpan.FromMilliseconds(20)), (defaults.MaxParallelism, defaults.MaxAttempts, defaults.RetryDelay));
    }

    private static bool IsThird(TableRecord change) => change.Keys.Contains("event#0000000000000000003", StringComparison.Ordinal);

    private async Task<AccountView?> BalanceAsync(string account) =>
        (await ViewsUnderTest.Balances(_views.Table).FindAsync(new(account), default))?.Value;
}
