using Patterns.Cqrs;
using Patterns.Tables;

namespace Patterns.Aws.Tests.Cqrs;

/// <summary>Event, aggregate and state stores on the rules of DynamoDB, as the runner's endpoint keeps them.</summary>
public sealed class AggregatesOnDynamoDbTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    [Fact]
    public async Task Events_are_read_in_their_order_and_an_append_that_comes_too_late_writes_nothing()
    {
        var box = await Box.OpenAsync(endpoint);
        for (var version = 0; version < 12; version++)
        {
            Assert.Equal(new VersionedWriteResult(true, version + 1), await box.Events().AppendAsync("a", version, [new("a", version)], new() { CommandKey = $"k{version}" }, default));
        }

        Assert.Equal(new VersionedWriteResult(false, 12), await box.Events().AppendAsync("a", 0, [new("a", 99)], null, default));
        Assert.Equal(new VersionedWriteResult(false, 12), await box.Events().AppendAsync("a", 11, [new("a", 99)], null, default));

        var history = await box.HistoryAsync("a");
        Assert.Equal(Enumerable.Range(0, 12), history.Select(stored => stored.Event.Seats));
        Assert.Equal(Enumerable.Range(1, 12).Select(version => (long)version), history.Select(stored => stored.Version));
        Assert.Equal("k11", history[^1].Metadata.CommandKey);
        Assert.Equal(12, await box.Events().GetVersionAsync("a", default));
        Assert.Equal([10, 11, 12], await box.Events().ReadAsync("a", 9, default).Select(stored => stored.Version).ToListAsync());
    }

    [Fact]
    public async Task All_aggregates_are_listed()
    {
        var box = await Box.OpenAsync(endpoint);
        string[] ids = [.. Enumerable.Range(0, 20).Select(number => $"hall-{number}")];
        foreach (var id in ids)
        {
            await box.Events().AppendAsync(id, 0, [new(id, 1)], null, default);
        }

        Assert.Equal(ids.Order(), (await box.Events().ListAsync(default).ToListAsync()).Order());
    }

    [Fact]
    public async Task The_largest_number_of_events_and_the_largest_append_are_taken()
    {
        var box = await Box.OpenAsync(endpoint);
        var events = new EventStore<Booking>(box.Connect(), Box.Type, new EventTypes<Booking>().With("seats.booked", BookingJson.Default.Booking), new() { MaxEventsPerAppend = 98 });

        Assert.True((await events.AppendAsync("many", 0, [.. Enumerable.Range(0, 98).Select(number => new Booking("many", number))], null, default)).IsApplied);
        Assert.True((await events.AppendAsync("large", 0, [.. Enumerable.Range(0, 8).Select(number => new Booking("large", number, new string('n', 408_000)))], null, default)).IsApplied);

        Assert.Equal(98, (await box.HistoryAsync("many")).Count);
        Assert.All(await box.HistoryAsync("large"), stored => Assert.Equal(408_000, stored.Event.Note.Length));
    }

    [Fact]
    public async Task Of_writers_at_the_same_time_no_two_take_the_last_seats()
    {
        var box = await Box.OpenAsync(endpoint);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
        {
            var accepted = 0;
            for (var number = 0; number < 3; number++)
            {
                accepted += await TryBookAsync(box, $"w{writer}") ? 1 : 0;
            }

            return accepted;
        }));

        Assert.Equal(10, outcomes.Sum());
        Assert.Equal(Enumerable.Range(1, 10).Select(version => (long)version), (await box.HistoryAsync("a")).Select(stored => stored.Version));
        Assert.Equal(new Aggregate<int>("a", 10, 10), await box.Halls().LoadAsync("a", default));
        var snapshot = await box.Connect().GetAsync(new TableKey("aggregate#hall#a", "snapshot#taken"), default);
        Assert.InRange(snapshot!["version"]!.GetInt64(), 3, 10);
    }

    [Fact]
    public async Task A_state_is_written_and_deleted_if_it_has_the_version_that_is_expected()
    {
        var box = await Box.OpenAsync(endpoint);
        var store = new StateStore<string>(box.Connect(), "note", BookingJson.Default.String);

        Assert.Equal(new VersionedWriteResult(true, 0), await store.DeleteAsync("a", 0, default));
        Assert.Equal(new VersionedWriteResult(true, 1), await store.SaveAsync("a", 0, "one", default));
        Assert.Equal(new VersionedWriteResult(false, 1), await store.SaveAsync("a", 0, "other", default));
        Assert.Equal(2, (await store.UpdateAsync("a", found => found!.State + ", two", default)).Version);
        Assert.Equal("one, two", (await store.FindAsync("a", default))!.State);
        Assert.Equal(new VersionedWriteResult(false, 2), await store.DeleteAsync("a", 1, default));
        Assert.Equal(new VersionedWriteResult(true, 3), await store.DeleteAsync("a", 2, default));
        Assert.True((await store.FindAsync("a", default))!.IsDeleted);
    }

    private static async Task<bool> TryBookAsync(Box box, string key)
    {
        try
        {
            await box.Halls().HandleAsync("a", new("a", 1), new() { CommandKey = key }, default);
            return true;
        }
        catch (CommandRefusedException)
        {
            return false;
        }
    }
}
