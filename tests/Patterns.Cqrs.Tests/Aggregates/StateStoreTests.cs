using Patterns.Limits;

namespace Patterns.Cqrs.Tests.Aggregates;

public sealed class StateStoreTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;

    public StateStoreTests() => _table = new InMemoryTable("bank", _time);

    [Fact]
    public async Task A_state_is_written_if_it_has_the_version_that_is_expected()
    {
        var store = Store();

        Assert.Null(await store.FindAsync("a", default));
        Assert.Equal(new VersionedWriteResult(true, 1), await store.SaveAsync("a", 0, new(10, 1), default));
        Assert.Equal(new VersionedWriteResult(false, 1), await store.SaveAsync("a", 0, new(11, 1), default));
        Assert.Equal(new VersionedWriteResult(true, 2), await store.SaveAsync("a", 1, new(12, 2), default));
        Assert.Equal(new VersionedWriteResult(false, 2), await store.SaveAsync("a", 3, new(13, 2), default));
        Assert.Equal(new VersionedWriteResult(false, 0), await store.SaveAsync("b", 3, new(13, 2), default));
        Assert.Equal(
            new StoredState<AccountState> { AggregateType = "account", AggregateId = "a", Version = 2, State = new(12, 2), IsDeleted = false, At = _time.GetUtcNow() },
            await store.FindAsync("a", default));
        Assert.Equal(["a"], await store.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_state_that_was_deleted_and_comes_again_goes_on_with_its_version()
    {
        var store = Store();
        await store.SaveAsync("a", 0, new(10, 1), default);

        Assert.Equal(new VersionedWriteResult(false, 1), await store.DeleteAsync("a", 2, default));
        Assert.Equal(new VersionedWriteResult(true, 2), await store.DeleteAsync("a", 1, default));

        var deleted = await store.FindAsync("a", default);
        Assert.Equal((2, true, null), (deleted!.Version, deleted.IsDeleted, deleted.State));
        Assert.Equal(3, (await store.UpdateAsync("a", found => new(found!.Version, 0), default)).Version);
        Assert.False((await store.FindAsync("a", default))!.IsDeleted);
    }

    [Fact]
    public async Task A_state_that_never_was_needs_no_deletion_and_gets_no_mark()
    {
        var store = Store();

        Assert.Equal(new VersionedWriteResult(true, 0), await store.DeleteAsync("a", 0, default));
        Assert.Empty(_table.Items);

        await store.SaveAsync("a", 0, new(10, 1), default);
        Assert.Equal(new VersionedWriteResult(false, 1), await store.DeleteAsync("a", 0, default));
        Assert.False((await store.FindAsync("a", default))!.IsDeleted);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.DeleteAsync("", 0, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await store.DeleteAsync("a", -1, default));
    }

    [Fact]
    public async Task An_update_that_loses_a_race_begins_anew()
    {
        var races = 2;
        var table = new WatchedTable(_table)
        {
            Before = async name =>
            {
                if (name == "transact" && races-- > 0)
                {
                    await Store().UpdateAsync("a", Add(1), default);
                }
            },
        };

        var updated = await Store(table).UpdateAsync("a", Add(10), default);

        Assert.Equal(new Aggregate<AccountState>("a", 3, new(12, 3)), updated);
    }

    [Fact]
    public async Task An_update_that_always_loses_ends_with_an_error()
    {
        var table = new WatchedTable(_table)
        {
            Before = async name => await (name == "transact" ? Store().UpdateAsync("a", Add(1), default).AsTask() : Task.CompletedTask),
        };

        var conflict = await Assert.ThrowsAsync<AggregateConflictException>(async () => await Store(table).UpdateAsync("a", Add(10), default));

        Assert.Equal("account 'a' was changed by others at each of 5 attempts.", conflict.Message);
        Assert.Equal(new AccountState(5, 5), (await Store().FindAsync("a", default))!.State);
    }

    [Fact]
    public async Task Writes_can_be_part_of_another_transaction()
    {
        var other = new InMemoryTable("other", _time);

        var result = await other.TransactAsync([new TablePut(new TableItem(new("x", "y"))), .. Store().PrepareSave("a", 0, new(1, 1))], null, default);

        Assert.True(result.Committed);
        Assert.Equal(new AccountState(1, 1), (await Store().FindAsync("a", default))!.State);
    }

    [Fact]
    public async Task A_state_that_does_not_fit_into_an_item_is_refused()
    {
        var store = new StateStore<string>(_table, "note", TextJson.Default.String);

        var refusal = await Assert.ThrowsAsync<AppendTooLargeException>(async () => await store.SaveAsync("a", 0, new string('n', ServiceLimits.DynamoDbItemBytes), default));

        Assert.StartsWith("note 'a': The state has ", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_table.Items);
    }

    [Fact]
    public void Options_have_their_defaults_and_say_all_mistakes_at_once()
    {
        var options = new StateStoreOptions();
        Assert.Equal((5, TimeSpan.FromMilliseconds(20), TimeProvider.System), (options.MaxAttempts, options.RetryDelay, options.Time));

        var failure = Assert.Throws<OptionsException>(() =>
            new StateStore<AccountState>(_table, "account", AccountJson.Default.AccountState, new() { MaxAttempts = 0, RetryDelay = TimeSpan.FromSeconds(-1), Time = null! }));

        Assert.Equal("StateStoreOptions: MaxAttempts must be at least 1, but is 0. RetryDelay must not be negative, but is -00:00:01. Time must not be null.", failure.Message);
    }

    private static Func<StoredState<AccountState>?, AccountState> Add(long amount) =>
        found => new((found?.State?.Balance ?? 0) + amount, (found?.State?.Movements ?? 0) + 1);

    private StateStore<AccountState> Store(ITable? table = null) =>
        new(table ?? _table, "account", AccountJson.Default.AccountState, new() { RetryDelay = TimeSpan.Zero, Time = _time });
}
