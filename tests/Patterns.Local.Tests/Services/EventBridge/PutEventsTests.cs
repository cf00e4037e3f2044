using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.EventBridge.Events;

namespace Patterns.Local.Tests.Services.EventBridge;

public sealed class PutEventsTests : EventBridgeTestBase
{
    [Fact]
    public void A_target_gets_the_envelope()
    {
        Rule();

        var result = Events.Put([new PutEntry { Source = "shop", DetailType = "placed", Detail = """{ "n": 1.50, "text": "größer" }""", Resources = ["a", "b"] }])[0];

        Assert.Equal(
            $$$"""{"version":"0","id":"{{{result.EventId}}}","detail-type":"placed","source":"shop","account":"000000000000","time":"2026-01-02T03:04:05Z","region":"us-east-1","resources":["a","b"],"detail":{"n":1.50,"text":"größer"}}""",
            Assert.Single(Targets.BodiesTo(Queue)));
    }

    [Fact]
    public void An_event_has_the_time_that_its_sender_gives()
    {
        Rule();

        Events.Put([new PutEntry { Source = "shop", DetailType = "placed", Detail = "{}", Time = new DateTimeOffset(2025, 5, 6, 7, 8, 9, 999, TimeSpan.FromHours(2)) }]);

        Assert.Contains("\"time\":\"2025-05-06T05:08:09Z\"", Targets.BodiesTo(Queue)[0]);
    }

    [Fact]
    public void Each_entry_has_its_own_outcome_in_the_order_of_the_request()
    {
        Rule();

        var results = Events.Put(
        [
            new PutEntry { Source = "shop", DetailType = "placed", Detail = "{}" },
            new PutEntry { DetailType = "placed", Detail = "{}" },
            new PutEntry { Source = "shop", Detail = "{}" },
            new PutEntry { Source = "shop", DetailType = "placed" },
            new PutEntry { Source = "shop", DetailType = "placed", Detail = "[1]" },
            new PutEntry { Source = "shop", DetailType = "placed", Detail = "{" },
            new PutEntry { Source = "aws.ec2", DetailType = "placed", Detail = "{}" },
            new PutEntry { Source = "shop", DetailType = "placed", Detail = "{}" },
        ]);

        Assert.Equal(
            [
                null,
                "InvalidArgument: Parameter Source is not valid. Reason: Source is a required argument.",
                "InvalidArgument: Parameter DetailType is not valid. Reason: DetailType is a required argument.",
                "InvalidArgument: Parameter Detail is not valid. Reason: Detail is a required argument.",
                "MalformedDetail: Detail is malformed.",
                "MalformedDetail: Detail is malformed.",
                "NotAuthorizedForSource: Not authorized for the source.",
                null,
            ],
            results.Select(result => result.ErrorCode is null ? null : $"{result.ErrorCode}: {result.ErrorMessage}"));
        Assert.Equal(2, Targets.To(Queue).Length);
    }

    [Fact]
    public void A_request_takes_ten_entries_and_a_megabyte()
    {
        var entry = new PutEntry { Source = "shop", DetailType = "placed", Detail = "{}" };
        Assert.StartsWith("1 validation error detected: Value '[PutEventsRequestEntry]' at 'entries'", Refused([.. Enumerable.Repeat(entry, 11)]));
        Assert.StartsWith("1 validation error detected: Value '[]' at 'entries'", Refused([]));

        // Four and six characters, and fourteen for the time.
        var fits = entry with { Time = Clock.GetUtcNow(), Detail = $"{{\"a\":\"{new string('x', (1024 * 1024) - 24 - 8)}\"}}" };
        Assert.NotNull(Events.Put([fits])[0].EventId);
        Assert.Equal("Total size of the entries in the request is over the limit.", Refused([fits with { Source = "shops" }]));
    }

    [Fact]
    public void Deep_details_are_taken()
    {
        Rule();
        Put(string.Concat(Enumerable.Repeat("""{"a":""", 1000)) + "1" + new string('}', 1000));

        Assert.Single(Targets.To(Queue));
        Assert.Equal("MalformedDetail", Put(string.Concat(Enumerable.Repeat("""{"a":""", 1200)) + "1" + new string('}', 1200)).ErrorCode);
    }

    [Fact]
    public void Events_that_no_rule_matches_are_counted_and_named_once()
    {
        Rule();
        Put();
        Put(source: "other");
        Put(source: "other");

        var counts = Events.Buses.Get(null).Counts;
        Assert.Equal((1, 2), (counts.Matched, counts.Unmatched));
        Assert.Equal(["No rule of the bus default matches the event 'placed' of 'other'. Further ones of this kind are only counted."], Notices);
    }

    [Fact]
    public void An_event_for_a_bus_that_is_not_there_is_accepted_and_gone()
    {
        Assert.NotNull(Put(bus: "none").EventId);

        Assert.Equal(["There is no bus none: nobody gets the event 'placed' of 'shop'. Further ones of this kind are only counted."], Notices);
    }

    [Fact]
    public void A_bus_is_named_by_its_name_or_arn_and_has_its_own_rules()
    {
        var bus = Events.Buses.Create("orders");
        Rule(Orders, $$"""{"Id":"1","Arn":"{{Queue}}"}""", "orders");

        Put(bus: "orders");
        Put(bus: bus.Arn);
        Put();

        Assert.Equal(2, Targets.To(Queue).Length);
    }

    private string Refused(IReadOnlyList<PutEntry> entries) => Assert.Throws<AwsException>(() => Events.Put(entries)).Message;
}
