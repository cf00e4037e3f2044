using System.Text;

namespace Patterns.Aws.Tests.EventBridge;

public sealed class EventBridgeDestinationTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    public static TheoryData<string> Laws => [.. DestinationContract.Laws];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Keeps_the_contract_of_destinations(string law) =>
        await DestinationContract.CheckAsync(law, await BusUnderTest.CreateAsync(endpoint));

    [Fact]
    public async Task An_event_has_type_source_and_time_of_the_message()
    {
        var bus = await BusUnderTest.CreateAsync(endpoint);
        var message = Message("1", """{"n":1}""") with { Type = "order.placed", Source = "shop", Time = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero) };

        Assert.Empty(await bus.Destination.SendAsync([message, Message("2", "text")], default));

        var events = await bus.EventsAsync(2);
        Assert.Equal(["order.placed", "message"], events.Select(item => item.GetProperty("detail-type").GetString()));
        Assert.Equal(["shop", "patterns"], events.Select(item => item.GetProperty("source").GetString()));
        Assert.Equal("2026-05-06T07:08:09Z", events[0].GetProperty("time").GetString());
        Assert.Equal(1, events[0].GetProperty("detail").GetProperty("data").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task What_the_service_refuses_fails_alone_and_for_good()
    {
        var bus = await BusUnderTest.CreateAsync(endpoint);
        var escaped = Message("3", new string('"', 600_000));

        var failures = await bus.Destination.SendAsync([Message("1"), Message("2") with { Source = "aws.mine" }, escaped, Message("4", "")], default);

        Assert.Equal(
            [("2", "NotAuthorizedForSource"), ("3", "EntryTooLarge"), ("4", "InvalidEnvelope")],
            failures.Select(failure => (failure.Envelope.Id, failure.Code)).Order());
        Assert.All(failures, failure => Assert.False(failure.IsRetryable));
        Assert.Single(await bus.EventsAsync(1));
    }

    [Fact]
    public async Task Events_that_grow_beyond_one_request_go_in_several()
    {
        var bus = await BusUnderTest.CreateAsync(endpoint);
        var messages = Enumerable.Range(0, 4).Select(number => Message($"{number}", new string('\n', 200_000))).ToList();

        Assert.Empty(await bus.Destination.SendAsync(messages, default));

        Assert.Equal(4, (await bus.EventsAsync(4)).Count);
    }

    private static Envelope Message(string id, string body = "{}") => new() { Id = id, Body = Encoding.UTF8.GetBytes(body) };
}
