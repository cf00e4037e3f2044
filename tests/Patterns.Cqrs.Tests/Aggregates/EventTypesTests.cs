using System.Text.Json.Nodes;

namespace Patterns.Cqrs.Tests.Aggregates;

public sealed class EventTypesTests
{
    private readonly Bank _bank = new();

    [Fact]
    public async Task Data_of_every_earlier_version_are_read_in_the_newest_form()
    {
        await WriteAsync(1, "money.withdrawn", 1, """{"id":"x","sum":"7"}""");
        await WriteAsync(2, "money.withdrawn", 2, """{"Id":"y","sum":8}""");
        await WriteAsync(3, "money.withdrawn", 3, """{"Id":"z","Amount":9,"Reason":"rent"}""");

        var history = await Versioned().ReadAsync("a", 0, default).ToListAsync();

        Assert.Equal(
            [new AccountEvent.Withdrawn("x", 7, "unknown"), new AccountEvent.Withdrawn("y", 8, "unknown"), new AccountEvent.Withdrawn("z", 9, "rent")],
            history.Select(stored => stored.Event));
    }

    [Fact]
    public async Task New_events_are_written_in_the_newest_version()
    {
        await Versioned().AppendAsync("a", 0, [new AccountEvent.Withdrawn("x", 1, "rent")], null, default);

        Assert.Equal(3, _bank.Table.Items.Single(item => item["cqrsItem"] == "event")["schema"]!.GetInt64());
    }

    [Theory]
    [InlineData("money.burned", 1, "{}", "Events called 'money.burned' are not in the list; known are money.withdrawn.")]
    [InlineData("money.withdrawn", 4, "{}", "The event 'money.withdrawn' has version 4; versions 1 to 3 can be read.")]
    [InlineData("money.withdrawn", 0, "{}", "The event 'money.withdrawn' has version 0; versions 1 to 3 can be read.")]
    [InlineData("money.withdrawn", 3, "[1]", "The data of an event 'money.withdrawn' of version 3 cannot be read: *")]
    [InlineData("money.withdrawn", 3, "null", "The data of an event 'money.withdrawn' of version 3 cannot be read: The data are null.")]
    [InlineData("money.withdrawn", 1, "7", "The data of an event 'money.withdrawn' of version 1 cannot be read: The data are no object.")]
    [InlineData("money.withdrawn", 1, "{", "The data of an event 'money.withdrawn' of version 1 cannot be read: *")]
    [InlineData("money.withdrawn", 1, """{"id":"x","sum":"seven"}""", "The upcaster of 'money.withdrawn' from version 1 failed.")]
    [InlineData("System.Diagnostics.Process", 1, "{}", "Events called 'System.Diagnostics.Process' are not in the list; known are money.withdrawn.")]
    public async Task An_event_that_cannot_be_read_says_why(string name, int schema, string data, string message)
    {
        await WriteAsync(1, name, schema, data);

        var failure = await Assert.ThrowsAsync<EventTypeException>(async () => await Versioned().ReadAsync("a", 0, default).ToListAsync());

        Assert.Equal((name, schema), (failure.TypeName, failure.Schema));
        Assert.StartsWith(message.TrimEnd('*'), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_is_not_in_the_list_is_not_written()
    {
        var failure = Assert.Throws<EventTypeException>(() => Versioned().PrepareAppend("a", 0, [new AccountEvent.Deposited("x", 1)], null));

        Assert.Equal("Events of the type Deposited are not in the list; known are money.withdrawn.", failure.Message);
        Assert.Null(failure.Schema);
    }

    [Fact]
    public void Versions_older_than_the_first_upcaster_are_no_longer_read()
    {
        var types = new EventTypes<AccountEvent>().With("money.withdrawn", AccountJson.Default.Withdrawn, schema: 3, json => json);

        var failure = Assert.Throws<EventTypeException>(() => types.Read("money.withdrawn", 1, "{}"));

        Assert.Equal("The event 'money.withdrawn' has version 1; versions 2 to 3 can be read.", failure.Message);
    }

    [Fact]
    public void Mistakes_in_the_list_show_when_it_is_made()
    {
        var types = new EventTypes<AccountEvent>().With("money.deposited", AccountJson.Default.Deposited);

        Assert.Throws<ArgumentException>(() => types.With("money.deposited", AccountJson.Default.Withdrawn));
        Assert.Throws<ArgumentException>(() => types.With("money.received", AccountJson.Default.Deposited));
        Assert.Throws<ArgumentException>(() => types.With("", AccountJson.Default.Withdrawn));
        Assert.Throws<ArgumentOutOfRangeException>(() => types.With("money.withdrawn", AccountJson.Default.Withdrawn, schema: 0));
        Assert.Throws<ArgumentException>(() => types.With("money.withdrawn", AccountJson.Default.Withdrawn, schema: 2, json => json, json => json));
        Assert.Equal(["money.deposited"], types.Names);
    }

    private EventStore<AccountEvent> Versioned() => new(
        _bank.Table,
        Bank.Type,
        new EventTypes<AccountEvent>().With("money.withdrawn", AccountJson.Default.Withdrawn, schema: 3, ToSecond, ToThird));

    private static JsonObject ToSecond(JsonObject json) => new()
    {
        ["Id"] = json["id"]!.GetValue<string>(),
        ["sum"] = long.Parse(json["sum"]!.GetValue<string>()),
    };

    private static JsonObject ToThird(JsonObject json)
    {
        json["Amount"] = json["sum"]!.GetValue<long>();
        json["Reason"] = "unknown";
        return json;
    }

    private async Task WriteAsync(long version, string name, int schema, string data)
    {
        await _bank.Table.PutAsync(new TableItem(new TableKey("aggregate#account#a", "head")) { ["version"] = version }, default);
        await _bank.Table.PutAsync(
            new TableItem(new TableKey("aggregate#account#a", $"event#{version:D19}"))
            {
                ["cqrsItem"] = "event",
                ["aggregateType"] = "account",
                ["aggregateId"] = "a",
                ["version"] = version,
                ["at"] = "2026-11-26T07:00:00.0000000Z",
                ["type"] = name,
                ["schema"] = schema,
                ["data"] = data,
            },
            default);
    }
}
