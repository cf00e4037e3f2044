using Patterns.Limits;

namespace Patterns.Cqrs.Tests.Aggregates;

public sealed class EventStoreTests
{
    private readonly Bank _bank = new();

    [Fact]
    public async Task Events_are_numbered_from_one_and_read_in_order()
    {
        var events = _bank.Events();

        var first = await events.AppendAsync("a", 0, [Deposited("x", 1), Deposited("x", 2)], null, default);
        var second = await events.AppendAsync("a", 2, [Deposited("y", 3)], new EventMetadata { CommandKey = "y", Actor = "ann" }, default);

        Assert.Equal(new VersionedWriteResult(true, 2), first);
        Assert.Equal(new VersionedWriteResult(true, 3), second);
        var history = await _bank.HistoryAsync("a");
        Assert.Equal([1, 2, 3], history.Select(stored => stored.Version));
        Assert.Equal([Deposited("x", 1), Deposited("x", 2), Deposited("y", 3)], history.Select(stored => stored.Event));
        Assert.Equal(new EventMetadata { CommandKey = "y", Actor = "ann" }, history[2].Metadata);
        Assert.Equal(new EventMetadata(), history[0].Metadata);
        Assert.All(history, stored => Assert.Equal((Bank.Type, "a", _bank.Time.GetUtcNow()), (stored.AggregateType, stored.AggregateId, stored.At)));
        Assert.Equal([3], (await _bank.HistoryAsync("a", after: 2)).Select(stored => stored.Version));
        Assert.Equal(3, await events.GetVersionAsync("a", default));
    }

    [Fact]
    public async Task An_aggregate_to_which_nothing_has_happened_has_version_0_and_no_events()
    {
        Assert.Empty(await _bank.HistoryAsync("a"));
        Assert.Equal(0, await _bank.Events().GetVersionAsync("a", default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_append_that_expects_another_version_is_a_lost_race_and_writes_nothing(long expected)
    {
        await _bank.Events().AppendAsync("a", 0, [Deposited("x", 1), Deposited("x", 2)], null, default);

        var result = await _bank.Events().AppendAsync("a", expected, [Deposited("y", 3), Deposited("y", 4)], null, default);

        Assert.Equal(new VersionedWriteResult(false, 2), result);
        Assert.Equal(2, (await _bank.HistoryAsync("a")).Count);
    }

    [Fact]
    public async Task The_items_are_where_the_docs_say()
    {
        await _bank.Events().AppendAsync("a#1", 0, [Deposited("x", 1)], new EventMetadata { CommandKey = "k", Actor = "ann" }, default);

        var items = _bank.Table.Items.ToDictionary(item => item.Key);
        var stored = items[new("aggregate#account#a#1", "event#0000000000000000001")];
        Assert.Equal("event", stored["cqrsItem"]!.GetString());
        Assert.Equal("money.deposited", stored["type"]!.GetString());
        Assert.Equal(1, stored["schema"]!.GetInt64());
        Assert.Equal("""{"Amount":1,"Id":"x"}""", stored["data"]!.GetString());
        Assert.Equal("k", stored["commandKey"]!.GetString());
        Assert.Equal("ann", stored["actor"]!.GetString());
        Assert.Equal(1, items[new("aggregate#account#a#1", "head")]["version"]!.GetInt64());
        Assert.Equal(3, items.Count);
        Assert.Single(items.Keys, key => key.Sort == "a#1" && key.Partition.StartsWith("aggregates#account#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stores_of_other_types_and_ids_that_begin_alike_share_a_table()
    {
        var others = new EventStore<AccountEvent>(_bank.Table, "account2", Bank.Types);
        await _bank.DepositAsync("a", 1);
        await _bank.DepositAsync("a#1", 2, 3);
        await others.AppendAsync("a", 0, [Deposited("z", 9)], null, default);

        Assert.Single(await _bank.HistoryAsync("a"));
        Assert.Equal(2, (await _bank.HistoryAsync("a#1")).Count);
        Assert.Equal(["a", "a#1"], (await _bank.ListAsync()).Order());
        Assert.Equal(["a"], await others.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Ten_is_read_after_nine()
    {
        await _bank.DepositAsync("a", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

        Assert.Equal(Enumerable.Range(1, 12).Select(version => (long)version), (await _bank.HistoryAsync("a")).Select(stored => stored.Version));
        Assert.Equal([10, 11, 12], (await _bank.HistoryAsync("a", after: 9)).Select(stored => stored.Version));
    }

    [Fact]
    public async Task All_aggregates_are_listed_shard_by_shard()
    {
        string[] ids = [.. Enumerable.Range(0, 100).Select(number => $"account-{number}")];
        foreach (var id in ids)
        {
            await _bank.DepositAsync(id, 1, 2);
        }

        var shards = new List<List<string>>();
        for (var shard = 0; shard < 16; shard++)
        {
            shards.Add(await _bank.Events().ListAsync(shard, default).ToListAsync());
        }

        Assert.Equal(ids.Order(), shards.SelectMany(shard => shard).Order());
        Assert.Equal(ids.Order(), (await _bank.ListAsync()).Order());
        Assert.All(shards, shard => Assert.NotEmpty(shard));
        Assert.Throws<ArgumentOutOfRangeException>(() => _bank.Events().ListAsync(16, default));
    }

    [Fact]
    public void More_events_than_an_append_takes_are_refused()
    {
        var events = Enumerable.Repeat<AccountEvent>(Deposited("x", 1), 91).ToList();

        var refusal = Assert.Throws<AppendTooLargeException>(() => _bank.Events().PrepareAppend("a", 0, events, null));

        Assert.Equal("account 'a': 91 events are appended at a time; at most 90 are possible.", refusal.Message);
        Assert.Equal(92, _bank.Events().PrepareAppend("a", 0, events[..90], null).Count);
    }

    [Fact]
    public async Task The_largest_append_that_is_possible_fits_into_a_transaction()
    {
        var events = new EventStore<AccountEvent>(_bank.Table, Bank.Type, Bank.Types, new() { MaxEventsPerAppend = 98 });

        var result = await events.AppendAsync("a", 0, [.. Enumerable.Repeat<AccountEvent>(Deposited("x", 1), 98)], null, default);

        Assert.Equal(new VersionedWriteResult(true, 98), result);
    }

    [Fact]
    public async Task An_event_that_fits_into_an_item_is_stored_and_a_larger_one_is_refused_before_anything_is_written()
    {
        AccountEvent Large(int bytes) => new AccountEvent.Withdrawn("x", 1, new string('r', bytes));

        Assert.True((await _bank.Events().AppendAsync("a", 0, [Large(ServiceLimits.DynamoDbItemBytes - 1000)], null, default)).IsApplied);
        var refusal = await Assert.ThrowsAsync<AppendTooLargeException>(async () =>
            await _bank.Events().AppendAsync("b", 0, [Deposited("x", 1), Large(ServiceLimits.DynamoDbItemBytes)], null, default));

        Assert.StartsWith("account 'b': The event 2 'money.withdrawn' has ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(("account", "b"), (refusal.AggregateType, refusal.AggregateId));
        Assert.Empty(await _bank.HistoryAsync("b"));
    }

    [Fact]
    public void Events_that_do_not_fit_into_one_transaction_are_refused()
    {
        var large = new AccountEvent.Withdrawn("x", 1, new string('r', 390_000));

        Assert.Throws<AppendTooLargeException>(() => _bank.Events().PrepareAppend("a", 0, [.. Enumerable.Repeat(large, 9)], null));
        Assert.Equal(10, _bank.Events().PrepareAppend("a", 0, [.. Enumerable.Repeat(large, 8)], null).Count);
    }

    [Theory]
    [InlineData("event#0000000000000000002")]
    [InlineData("event#0000000000000000004")]
    [InlineData("head")]
    public async Task A_transaction_that_is_seen_in_part_is_read_whole_and_in_order(string hidden)
    {
        await _bank.DepositAsync("a", 1, 2, 3, 4);
        var events = _bank.Events(new HoleyTable(_bank.Table, reads: 2, hidden));

        var history = await events.ReadAsync("a", 0, default).ToListAsync();

        Assert.Equal([1, 2, 3, 4], history.Select(stored => stored.Version));
    }

    [Fact]
    public async Task An_event_that_was_taken_away_is_an_error_that_names_it()
    {
        await _bank.DepositAsync("a", 1, 2, 3);
        await _bank.Table.DeleteAsync(new TableKey("aggregate#account#a", "event#0000000000000000002"), default);

        var failure = await Assert.ThrowsAsync<MissingEventException>(() => _bank.HistoryAsync("a"));

        Assert.Equal("account 'a' at version 2: the event is missing, though later ones are there.", failure.Message);
        Assert.Equal(2, failure.Version);
    }

    [Fact]
    public async Task A_last_event_that_was_taken_away_is_an_error_and_not_a_shorter_history()
    {
        await _bank.DepositAsync("a", 1, 2);
        await _bank.Table.DeleteAsync(new TableKey("aggregate#account#a", "event#0000000000000000002"), default);

        await Assert.ThrowsAsync<MissingEventException>(() => _bank.HistoryAsync("a"));
        await Assert.ThrowsAsync<MissingEventException>(async () => await _bank.Accounts().HandleAsync("a", new("c", 5), null, default));
    }

    [Fact]
    public async Task A_head_that_is_behind_its_events_is_an_error_and_overwrites_nothing()
    {
        await _bank.DepositAsync("a", 1, 2);
        var head = new TableKey("aggregate#account#a", "head");
        await _bank.Table.WriteAsync(new TableUpdate(head).Set("version", 1), default);

        await Assert.ThrowsAsync<MissingEventException>(async () => await _bank.Events().AppendAsync("a", 1, [Deposited("y", 9)], null, default));

        await Assert.ThrowsAsync<MissingEventException>(async () => await _bank.Accounts().HandleAsync("a", new("c", 5), null, default));
        Assert.Equal(2, _bank.Table.Items.Count(item => item.Key.Sort.StartsWith("event#", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_cannot_be_right_is_refused()
    {
        var events = _bank.Events();

        await Assert.ThrowsAsync<ArgumentException>(async () => await events.AppendAsync("", 0, [Deposited("x", 1)], null, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await events.AppendAsync(new string('ä', 513), 0, [Deposited("x", 1)], null, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await events.AppendAsync("a", 0, [], null, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await events.AppendAsync("a", -1, [Deposited("x", 1)], null, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => events.ReadAsync("a", -1, default));
        Assert.Throws<ArgumentException>(() => new EventStore<AccountEvent>(_bank.Table, "a#b", Bank.Types));
        Assert.True((await events.AppendAsync(new string('ä', 512), 0, [Deposited("x", 1)], null, default)).IsApplied);
    }

    [Fact]
    public void Options_have_their_defaults_and_say_all_mistakes_at_once()
    {
        var options = new EventStoreOptions();
        Assert.Equal((90, TimeProvider.System), (options.MaxEventsPerAppend, options.Time));

        var failure = Assert.Throws<OptionsException>(() =>
            new EventStore<AccountEvent>(_bank.Table, "account", Bank.Types, new() { MaxEventsPerAppend = 99, Time = null! }));

        Assert.Equal("EventStoreOptions: MaxEventsPerAppend must be from 1 to 98, but is 99. Time must not be null.", failure.Message);
    }

    private static AccountEvent.Deposited Deposited(string id, long amount) => new(id, amount);
}
