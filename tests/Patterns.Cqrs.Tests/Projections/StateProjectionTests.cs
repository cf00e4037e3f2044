using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

public sealed class StateProjectionTests
{
    private readonly InMemoryTable _table = new();
    private readonly InMemoryTable _views = new("views");

    private StateStore<AccountState> States => new(_table, "account", AccountJson.Default.AccountState, new() { RetryDelay = TimeSpan.Zero });

    private ViewStore<AccountView> View => new(_views, "by-size", AccountViewJson.Default.AccountView);

    [Fact]
    public async Task A_row_moves_when_the_state_says_so()
    {
        await States.SaveAsync("s", 0, new(5, 1), default);
        await DeliverAsync(_table.TakeChanges());
        Assert.Equal(["small/s 5"], await RowsAsync());

        await States.SaveAsync("s", 1, new(500, 2), default);
        await DeliverAsync(_table.TakeChanges());

        Assert.Equal(["large/s 500", "large/s-copy 500"], await RowsAsync());
    }

    [Fact]
    public async Task A_deleted_state_has_no_rows_and_one_that_comes_again_has_them_again()
    {
        await States.SaveAsync("s", 0, new(500, 1), default);
        await DeliverAsync(_table.TakeChanges());
        await States.DeleteAsync("s", 1, default);
        await DeliverAsync(_table.TakeChanges());
        Assert.Empty(await RowsAsync());

        await States.SaveAsync("s", 2, new(6, 1), default);
        await DeliverAsync(_table.TakeChanges());

        Assert.Equal(["small/s 6"], await RowsAsync());
        Assert.Equal(3, await View.GetPositionAsync("account", "s", default));
    }

    [Fact]
    public async Task States_that_come_late_twice_or_never_change_nothing_in_the_end()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            var id = $"s{run}";
            for (var version = 0; version < 4; version++)
            {
                await States.SaveAsync(id, version, new(random.Next(2) * 500, version), default);
            }

            var changes = _table.TakeChanges().ToArray();
            random.Shuffle(changes);
            await DeliverAsync([.. changes, .. changes.Take(random.Next(3))]);
            var state = (await States.FindAsync(id, default))!;

            var rows = (await View.ListAsync(default).ToListAsync()).Where(row => row.AggregateId == id).ToList();
            Assert.Equal(state.State!.Balance == 0 ? 1 : 2, rows.Count);
            Assert.All(rows, row => Assert.Equal((state.State.Balance, 4L), (row.Value.Balance, row.Version)));
        }
    }

    [Fact]
    public async Task A_rebuild_makes_the_rows_from_the_states_as_they_are()
    {
        await States.SaveAsync("s", 0, new(5, 1), default);
        await States.SaveAsync("t", 0, new(500, 1), default);
        await States.DeleteAsync("t", 1, default);
        _table.TakeChanges();

        Assert.Equal(new RebuildProgress(true, 2), await Projection().RebuildAsync("by-size", 1, default, default));

        Assert.Equal(["small/s 5"], await RowsAsync());
    }

    [Fact]
    public async Task A_state_that_is_newer_than_what_is_wanted_is_left_to_its_own_change()
    {
        await States.SaveAsync("s", 0, new(5, 1), default);
        var newer = new WatchedTable(_views)
        {
            Before = async call =>
            {
                // Between the look at the version and the reading.
                if (call == "get many" && (await States.FindAsync("s", default))!.Version == 1)
                {
                    await States.SaveAsync("s", 1, new(6, 1), default);
                }
            },
        };
        var projector = Projector.Of(States, [new BySize(new ViewStore<AccountView>(newer, "by-size", AccountViewJson.Default.AccountView))], new() { MaxParallelism = 1 });

        await projector.CatchUpAsync("s", default);
        Assert.Empty(await RowsAsync());
        await DeliverAsync(_table.TakeChanges());

        Assert.Equal(["small/s 6"], await RowsAsync());
    }

    private Projector<StoredState<AccountState>> Projection() => Projector.Of(States, [new BySize(View)], new() { RetryDelay = TimeSpan.Zero });

    private async Task DeliverAsync(IReadOnlyList<TableRecord> records) => Assert.Empty(await ViewsUnderTest.DeliverAsync(Projection(), records));

    private async Task<IEnumerable<string>> RowsAsync() =>
        (await View.ListAsync(default).ToListAsync()).Select(row => $"{row.Key} {row.Value.Balance}").Order(StringComparer.Ordinal);

    private sealed class BySize(ViewStore<AccountView> view) : StateProjection<AccountState, AccountView>(view)
    {
        protected override IEnumerable<KeyValuePair<ViewKey, AccountView>> RowsOf(StoredState<AccountState> change)
        {
            var view = new AccountView(change.State!.Balance, change.Version);
            return view.Balance < 100
                ? [new(new ViewKey("small", change.AggregateId), view)]
                : [new(new ViewKey("large", change.AggregateId), view), new(new ViewKey("large", $"{change.AggregateId}-copy"), view)];
        }
    }
}
