using Patterns.Singleton;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Singleton;

public sealed class FencedTableTests
{
    private static readonly TableKey Key = new("item", "1");

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table = new("guarded");
    private readonly LeaseStore _leases;

    public FencedTableTests() => _leases = new LeaseStore(new InMemoryTable("leases", _time), new LeaseOptions { Time = _time });

    [Fact]
    public async Task An_owner_writes_until_a_later_one_has_written()
    {
        var (former, successor) = await TwoOwnersAsync();
        Assert.True((await former.PutAsync(Item("former"), CancellationToken.None)).Applied);
        Assert.True((await successor.PutAsync(Item("successor"), CancellationToken.None)).Applied);

        await Assert.ThrowsAsync<LeaseLostException>(() => former.WriteAsync(new TableUpdate(Key).Set("by", "former"), CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<LeaseLostException>(() => former.TransactAsync([new TablePut(Item("former"))], null, CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<LeaseLostException>(() => former.WriteManyAsync([new TablePut(Item("former"))], CancellationToken.None).AsTask());

        Assert.Equal("successor", _table.Items.Single()["by"]!.GetString());
    }

    [Fact]
    public async Task A_condition_of_ones_own_that_does_not_hold_is_a_result()
    {
        var (former, _) = await TwoOwnersAsync();

        var result = await former.PutAsync(Item("former"), CancellationToken.None, TableCondition.ItemExists);
        var transaction = await former.TransactAsync([new TablePut(Item("former")) { Condition = TableCondition.ItemExists }], null, CancellationToken.None);

        Assert.False(result.Applied);
        Assert.False(transaction.Committed);
    }

    [Fact]
    public async Task An_update_returns_the_item_as_it_is_now()
    {
        var (former, _) = await TwoOwnersAsync();

        var result = await former.WriteAsync(new TableUpdate(Key).Add("count", 2), CancellationToken.None);

        Assert.Equal(2, result.Item!["count"]!.GetInt64());
        Assert.Equal(1, result.Item[FencedTable.TokenAttribute]!.GetInt64());
    }

    [Fact]
    public async Task Who_has_released_its_lease_writes_nothing()
    {
        var lease = (await _leases.TryAcquireAsync("x", CancellationToken.None))!;
        await lease.DisposeAsync();

        var exception = await Assert.ThrowsAsync<LeaseLostException>(() => new FencedTable(_table, lease).PutAsync(Item("late"), CancellationToken.None).AsTask());

        Assert.Equal("The lease 'x' with the token 1 is not held any more: it was released, its time ran out, or another owner has it.", exception.Message);
        Assert.Empty(_table.Items);
    }

    [Fact]
    public async Task What_was_read_before_another_owner_read_it_passes_a_fence_and_no_check()
    {
        var leases = new LeaseStore(_table, new LeaseOptions { Time = new FakeTimeProvider() });
        var former = (await leases.TryAcquireAsync("x", CancellationToken.None))!;
        var later = new FakeTimeProvider(new FakeTimeProvider().GetUtcNow() + TimeSpan.FromHours(1));
        await new LeaseStore(_table, new LeaseOptions { Time = later }).TryAcquireAsync("x", CancellationToken.None);
        var next = new TableUpdate(Key).Set("number", 6);

        // The successor has read the number, too, but has not written yet.
        Assert.False((await _table.TransactAsync([next, former.Check()], null, CancellationToken.None)).Committed);
        Assert.True((await new FencedTable(_table, former).TransactAsync([next], null, CancellationToken.None)).Committed);
    }

    [Fact]
    public async Task A_delete_would_forget_the_token_and_is_refused()
    {
        var (former, _) = await TwoOwnersAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => former.DeleteAsync(Key, CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task Writes_of_other_tables_in_a_transaction_are_left_alone()
    {
        var (former, _) = await TwoOwnersAsync();
        var other = new FencedTable(_table, (await _leases.TryAcquireAsync("other", CancellationToken.None))!);

        var result = await former.TransactAsync(
            [new TablePut(Item("former")), new TableUpdate(new("item", "2")) { Table = other }.Set("by", "other"), new TablePut(new TableItem(new("item", "3"))) { Table = _table }],
            null,
            CancellationToken.None);

        Assert.True(result.Committed);
        Assert.Equal([1, 1, null], _table.Items.Select(item => item[FencedTable.TokenAttribute]?.GetInt64()));
    }

    private static TableItem Item(string by) => new(Key) { ["by"] = by };

    /// <summary>The former one's clock stands still, so that it does not know that it has lost its lease.</summary>
    private async Task<(FencedTable Former, FencedTable Successor)> TwoOwnersAsync()
    {
        var table = new InMemoryTable("leases");
        var former = await new LeaseStore(table, new LeaseOptions { Time = new FakeTimeProvider() }).TryAcquireAsync("x", CancellationToken.None);
        var later = new FakeTimeProvider(new FakeTimeProvider().GetUtcNow() + TimeSpan.FromHours(1));
        var successor = await new LeaseStore(table, new LeaseOptions { Time = later }).TryAcquireAsync("x", CancellationToken.None);
        return (new FencedTable(_table, former!), new FencedTable(_table, successor!));
    }
}
