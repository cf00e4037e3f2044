using System.Collections.Concurrent;

namespace Patterns.Cqrs.Tests.Aggregates;

public sealed class AggregateChangesTests
{
    private readonly Bank _bank = new() { SnapshotEvery = 2 };

    [Fact]
    public async Task The_stream_tells_of_every_event_as_the_store_has_it()
    {
        await _bank.Accounts().HandleAsync("a", new("c", 5, 6), new() { CommandKey = "c", Actor = "ann" }, default);
        await _bank.DepositAsync("b", 7);
        await _bank.DepositAsync("a", 8);

        var (events, records) = await _bank.TakeChangesAsync();

        Assert.Equal(await _bank.HistoryAsync("a"), events.Where(stored => stored.AggregateId == "a"));
        Assert.Equal(await _bank.HistoryAsync("b"), events.Where(stored => stored.AggregateId == "b"));
        Assert.True(records > events.Count, "The stream has heads, snapshots and the catalogue, too.");
    }

    [Fact]
    public async Task Other_items_of_the_table_are_skipped_whatever_they_look_like()
    {
        var map = TableValue.MapOf([new("cqrsItem", "event")]);
        await _bank.Table.PutAsync(new TableItem(new("aggregate#other#a", "x")) { ["type"] = map, ["version"] = "new", ["data"] = 7, ["cqrsItem"] = map }, default);
        await _bank.Table.PutAsync(new TableItem(new("x", "y")) { ["cqrsItem"] = "event", ["aggregateType"] = "other" }, default);
        await _bank.Table.PutAsync(new TableItem(new("x", "z")) { ["cqrsItem"] = "projection" }, default);
        await _bank.Table.PutAsync(new TableItem(new("x", "r")) { ["ref"] = "aggregate#account#a" }, default);
        await new EventStore<AccountEvent>(_bank.Table, "account2", Bank.Types).AppendAsync("a", 0, [new AccountEvent.Deposited("x", 1)], null, default);
        await States().SaveAsync("s", 0, new(1, 1), default);

        var (events, records) = await _bank.TakeChangesAsync();

        Assert.Empty(events);
        Assert.Equal(9, records);
    }

    [Fact]
    public async Task Events_that_are_removed_or_repaired_are_skipped()
    {
        await _bank.DepositAsync("a", 1);
        _bank.Table.TakeChanges();
        var key = new TableKey("aggregate#account#a", "event#0000000000000000001");
        await _bank.Table.WriteAsync(new TableUpdate(key).Set("actor", "removed on request"), default);
        await _bank.Table.DeleteAsync(key, default);

        var (events, records) = await _bank.TakeChangesAsync();

        Assert.Empty(events);
        Assert.Equal(2, records);
    }

    [Fact]
    public async Task Removals_in_a_stream_of_new_images_alone_are_skipped()
    {
        await _bank.DepositAsync("a", 1);
        await States().SaveAsync("s", 0, new(1, 1), default);
        _bank.Table.TakeChanges();
        await _bank.Table.DeleteAsync(new TableKey("aggregate#account#a", "event#0000000000000000001"), default);
        await _bank.Table.DeleteAsync(new TableKey("aggregate#account#s", "state"), default);
        var removals = _bank.Table.TakeChanges().Select(record => record with { OldImage = null }).ToList();
        var events = new Reader<StoredEvent<AccountEvent>>(AggregateChanges.OfEvents("account", Bank.Types), failures: null);
        var states = new Reader<StoredState<AccountState>>(AggregateChanges.OfStates("account", AccountJson.Default.AccountState), failures: null);

        Assert.Empty((await events.FunctionHandler(Testing.Events.DynamoDb(removals), new FakeLambdaContext())).FailedIds());
        Assert.Empty((await states.FunctionHandler(Testing.Events.DynamoDb(removals), new FakeLambdaContext())).FailedIds());

        Assert.Empty(events.Seen);
        Assert.Empty(states.Seen);
    }

    [Fact]
    public async Task An_event_of_an_unknown_type_is_poison_and_does_not_hold_up_the_others()
    {
        var failures = new InMemoryDestination("failures");
        var types = new EventTypes<AccountEvent>().With("money.deposited", AccountJson.Default.Deposited);
        await _bank.Accounts().HandleAsync("a", new("c", 5, -1, 2), null, default);
        var handler = new Reader<StoredEvent<AccountEvent>>(AggregateChanges.OfEvents("account", types), failures);

        var reply = await handler.FunctionHandler(Testing.Events.DynamoDb(_bank.Table.TakeChanges()), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        Assert.Equal([1, 3], handler.Seen.Select(stored => stored.Version));
        Assert.Contains("Events called 'money.withdrawn' are not in the list", Assert.Single(failures.Received).Attributes["failure-message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_of_keys_only_is_an_error_and_not_a_stream_without_events()
    {
        await _bank.DepositAsync("a", 1);
        var failures = new InMemoryDestination("failures");
        var keysOnly = _bank.Table.TakeChanges().Select(record => record with { NewImage = null, OldImage = null }).ToList();
        var handler = new Reader<StoredEvent<AccountEvent>>(AggregateChanges.OfEvents("account", Bank.Types), failures);

        await handler.FunctionHandler(Testing.Events.DynamoDb(keysOnly), new FakeLambdaContext());

        Assert.Empty(handler.Seen);
        Assert.All(failures.Received, letter => Assert.Equal("The stream has no images of the items; give it new images.", letter.Attributes["failure-message"]));
        Assert.Equal(2, failures.Received.Count);
    }

    [Fact]
    public async Task The_stream_tells_of_every_state_and_of_deletions()
    {
        var store = States();
        await store.SaveAsync("s", 0, new(1, 1), default);
        await store.SaveAsync("s", 1, new(2, 2), default);
        await store.DeleteAsync("s", 2, default);
        await store.SaveAsync("s", 3, new(3, 3), default);
        await _bank.DepositAsync("a", 1);
        await _bank.Table.DeleteAsync(new TableKey("aggregate#account#s", "state"), default);
        var handler = new Reader<StoredState<AccountState>>(AggregateChanges.OfStates("account", AccountJson.Default.AccountState), failures: null);

        var reply = await handler.FunctionHandler(Testing.Events.DynamoDb(_bank.Table.TakeChanges()), new FakeLambdaContext());

        Assert.Empty(reply.FailedIds());
        Assert.Equal([1, 2, 3, 4], handler.Seen.Select(stored => stored.Version));
        Assert.Equal([new(1, 1), new(2, 2), null, new(3, 3)], handler.Seen.Select(stored => stored.State));
        Assert.Equal([false, false, true, false], handler.Seen.Select(stored => stored.IsDeleted));
        Assert.All(handler.Seen, stored => Assert.Equal(("account", "s", _bank.Time.GetUtcNow()), (stored.AggregateType, stored.AggregateId, stored.At)));
    }

    private StateStore<AccountState> States() => new(_bank.Table, "account", AccountJson.Default.AccountState, new() { Time = _bank.Time });

    private sealed class Reader<TStored>(RecordDecoder<TStored?> decoder, InMemoryDestination? failures)
        : RecordHandler<TStored?>(decoder, new RecordHandlerOptions { PartitionKeyName = "pk", FailureDestination = failures })
        where TStored : class
    {
        public ConcurrentQueue<TStored> Seen { get; } = new();

        protected override ValueTask HandleAsync(TStored? message, RecordContext context)
        {
            if (message is not null)
            {
                Seen.Enqueue(message);
            }

            return ValueTask.CompletedTask;
        }
    }
}
