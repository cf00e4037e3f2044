using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

public sealed class ViewStoreTests
{
    private readonly ViewsUnderTest _views = new();

    [Fact]
    public async Task Rows_are_found_by_key_and_read_by_partition_in_order()
    {
        await _views.Bank.DepositAsync("a", 5, 6, 7);
        await ProjectAsync();
        var journal = ViewsUnderTest.Journal(_views.Table);

        var row = (await journal.FindAsync(new("of-a", "000002"), default))!;
        var all = await journal.QueryAsync(new ViewQuery("of-a"), default).ToListAsync();
        var some = await journal.QueryAsync(new ViewQuery("of-a") { SortPrefix = "000003" }, default).ToListAsync();

        Assert.Equal((new ViewKey("of-a", "000002"), new AccountView(6, 2), "a", 2L), (row.Key, row.Value, row.AggregateId, row.Version));
        Assert.Equal(_views.Bank.Time.GetUtcNow(), row.At);
        Assert.Equal([5, 6, 7], all.Select(one => one.Value.Balance));
        Assert.Equal([7], some.Select(one => one.Value.Balance));
        Assert.Null(await journal.FindAsync(new("of-a", "000009"), default));
    }

    [Fact]
    public async Task Before_the_first_change_there_is_nothing()
    {
        var balances = ViewsUnderTest.Balances(_views.Table);

        Assert.Equal(0, await balances.GetLiveVersionAsync(default));
        Assert.Equal(0, await balances.GetPositionAsync(Bank.Type, "a", default));
        Assert.Null(await balances.FindAsync(new("a"), default));
        Assert.Empty(await balances.QueryAsync(new ViewQuery("a"), default).ToListAsync());
        Assert.False(await balances.WaitAsync(new ViewToken(Bank.Type, "a", 1), TimeSpan.Zero, default));
    }

    [Fact]
    public async Task A_reader_waits_until_the_view_has_the_version()
    {
        await _views.Bank.DepositAsync("a", 5);
        var balances = ViewsUnderTest.Balances(_views.Table, _views.Bank.Time);
        var waiting = balances.WaitAsync(new ViewToken(Bank.Type, "a", 1), TimeSpan.FromSeconds(2), default).AsTask();
        _views.Bank.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);

        await ProjectAsync();
        _views.Bank.Time.Advance(TimeSpan.FromMilliseconds(300));

        Assert.True(await waiting);
    }

    [Fact]
    public async Task A_reader_waits_no_longer_than_its_limit()
    {
        await _views.Bank.DepositAsync("a", 5);
        await ProjectAsync();
        var balances = ViewsUnderTest.Balances(_views.Table, _views.Bank.Time);
        var start = _views.Bank.Time.GetUtcNow();

        var waiting = balances.WaitAsync(new ViewToken(Bank.Type, "a", 2), TimeSpan.FromSeconds(2), default).AsTask();
        _views.Bank.Time.Run();

        Assert.False(await waiting);
        Assert.Equal(TimeSpan.FromSeconds(2), _views.Bank.Time.GetUtcNow() - start);
    }

    [Theory]
    [InlineData("rich")] // written anew
    [InlineData("of-a")] // new
    public async Task A_version_of_which_only_a_part_can_be_seen_is_not_there_yet(string partition)
    {
        await _views.Bank.DepositAsync("a", 5);
        await ProjectAsync();
        var before = _views.Table.Items.Where(item => item["viewPartition"] == partition).ToDictionary(item => item.Key);
        await _views.Bank.DepositAsync("a", 6);
        await ProjectAsync();
        var table = new PartlyOldTable(_views.Table, partition, before) { Reads = 3 };
        var journal = new ViewStore<AccountView>(table, "journal", AccountViewJson.Default.AccountView, _views.Bank.Time);

        var waiting = journal.WaitAsync(new ViewToken(Bank.Type, "a", 2), TimeSpan.Zero, default).AsTask();
        Assert.False(waiting.IsCompleted);
        _views.Bank.Time.Run();

        Assert.True(await waiting);
        Assert.Equal(0, table.Reads);
    }

    [Fact]
    public async Task A_row_that_stays_as_it_was_is_not_taken_for_the_version()
    {
        await _views.Bank.DepositAsync("a", 5);
        await ProjectAsync();
        var before = _views.Table.Items.Where(item => item["viewPartition"] == "rich").ToDictionary(item => item.Key);
        await _views.Bank.DepositAsync("a", 6);
        await ProjectAsync();
        var journal = new ViewStore<AccountView>(new PartlyOldTable(_views.Table, "rich", before) { Reads = 1000 }, "journal", AccountViewJson.Default.AccountView, _views.Bank.Time);

        var waiting = journal.WaitAsync(new ViewToken(Bank.Type, "a", 2), TimeSpan.FromSeconds(1), default).AsTask();
        _views.Bank.Time.Run();

        Assert.False(await waiting);
    }

    [Fact]
    public async Task A_partition_is_read_page_by_page_in_both_directions()
    {
        await _views.Bank.DepositAsync("a", 1, 2, 3, 4, 5);
        await ProjectAsync();
        var journal = ViewsUnderTest.Journal(_views.Table);

        Assert.Equal([1, 2], await PageAsync(new ViewQuery("of-a") { Limit = 2 }));
        Assert.Equal([3, 4], await PageAsync(new ViewQuery("of-a") { Limit = 2, After = "000002" }));
        Assert.Equal([5], await PageAsync(new ViewQuery("of-a") { Limit = 2, After = "000004" }));
        Assert.Equal([5, 4], await PageAsync(new ViewQuery("of-a") { Limit = 2, Descending = true }));
        Assert.Equal([3, 2], await PageAsync(new ViewQuery("of-a") { Limit = 2, Descending = true, After = "000004" }));
        Assert.Equal([2, 3], await PageAsync(new ViewQuery("of-a") { Limit = 2, After = "0000015" })); // of a row that is gone
        Assert.Equal([4, 5], await PageAsync(new ViewQuery("of-a") { SortPrefix = "0000", After = "000003" }));
        Assert.Equal([4], await PageAsync(new ViewQuery("of-a") { SortPrefix = "000004", After = "000001" })); // never outside of the prefix
        Assert.Equal([2], await PageAsync(new ViewQuery("of-a") { SortPrefix = "000002", After = "000004x", Descending = true }));
        Assert.Equal([2, 3, 4, 5], await PageAsync(new ViewQuery("of-a") { After = "000001", Limit = int.MaxValue }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ViewQuery("of-a") { Limit = 0 });

        async Task<IEnumerable<long>> PageAsync(ViewQuery query) => (await journal.QueryAsync(query, default).ToListAsync()).Select(row => row.Value.Balance);
    }

    [Fact]
    public async Task A_key_that_no_row_can_have_finds_nothing()
    {
        await _views.Bank.DepositAsync("a", 1);
        await ProjectAsync();
        var view = ViewsUnderTest.Balances(_views.Table);

        foreach (var key in (ViewKey[])[new(""), default, new("a", new string('x', 1001)), new(new string('x', 1025))])
        {
            Assert.Null(await view.FindAsync(key, default));
            Assert.Empty(await view.QueryAsync(new ViewQuery(key.Partition) { SortPrefix = key.Sort + "x" }, default).ToListAsync());
        }
    }

    [Fact]
    public async Task A_row_that_another_aggregate_has_removed_since_keeps_no_reader_waiting()
    {
        await _views.Bank.DepositAsync("a", 5);
        await _views.Bank.Accounts().HandleAsync("b", new("w", 1, -1), null, default);
        await ViewsUnderTest.DeliverAsync(_views.Projector(new LastProjection(_views.Table)), _views.Bank.Table.TakeChanges());
        var view = new ViewStore<AccountView>(_views.Table, "last", AccountViewJson.Default.AccountView, _views.Bank.Time);
        Assert.Null(await view.FindAsync(new("last"), default));

        var waiting = view.WaitAsync(new ViewToken(Bank.Type, "a", 1), TimeSpan.FromSeconds(2), default).AsTask();
        _views.Bank.Time.Run();

        Assert.True(await waiting);
    }

    private async Task ProjectAsync() => Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.TakeChanges()));
}
