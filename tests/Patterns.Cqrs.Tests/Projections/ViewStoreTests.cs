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
        var all = await journal.QueryAsync("of-a", null, default).ToListAsync();
        var some = await journal.QueryAsync("of-a", "000003", default).ToListAsync();

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
        Assert.Empty(await balances.QueryAsync("a", null, default).ToListAsync());
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
        while (_views.Bank.Time.Timers is [var due, ..])
        {
            _views.Bank.Time.Advance(due - _views.Bank.Time.GetUtcNow());
        }

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
        var journal = new ViewStore<AccountView>(new PartlyOldTable(_views.Table, partition, before), "journal", AccountViewJson.Default.AccountView);

        Assert.False(await journal.WaitAsync(new ViewToken(Bank.Type, "a", 2), TimeSpan.Zero, default));
        Assert.True(await ViewsUnderTest.Journal(_views.Table).WaitAsync(new ViewToken(Bank.Type, "a", 2), TimeSpan.Zero, default));
    }

    [Fact]
    public async Task Keys_are_checked()
    {
        var view = ViewsUnderTest.Balances(_views.Table);

        await Assert.ThrowsAsync<ArgumentException>(async () => await view.FindAsync(new(""), default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await view.FindAsync(new("a", new string('x', 1001)), default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await view.FindAsync(default, default));
    }

    private async Task ProjectAsync() => Assert.Empty(await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), _views.Bank.Table.TakeChanges()));
}
