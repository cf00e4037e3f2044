using System.Net.WebSockets;
using System.Text;
using Patterns.Local.Functions;
using Patterns.Local.HttpApi;

namespace Patterns.Local.Tests.WebSockets;

public sealed class SocketMessageTests
{
    [Theory]
    [InlineData("""{"action":"say","text":"x"}""", "say")]
    [InlineData("""{"action":"other"}""", "$default")]
    [InlineData("""{"action":"$connect"}""", "$default")]
    [InlineData("""{"action":{"a":1}}""", "$default")]
    [InlineData("[1]", "$default")]
    [InlineData("no json", "$default")]
    [InlineData("""{"action":"\ud800"}""", "$default")]
    [InlineData("""{"action":"say","\udfff\udfff":1}""", "say")]
    public async Task A_message_goes_to_the_route_that_it_names(string message, string route)
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        await client.SendAsync(message);
        await client.CloseAsync();

        var received = Assert.Single(api.Invoker.EventsOf(route));
        var context = received.GetProperty("requestContext");
        Assert.Equal(message, received.GetProperty("body").GetString());
        Assert.Equal((route, "MESSAGE"), (context.GetProperty("routeKey").GetString(), context.GetProperty("eventType").GetString()));
        Assert.Equal(16, context.GetProperty("messageId").GetString()!.Length);
        Assert.False(received.TryGetProperty("headers", out _));
    }

    [Theory]
    [InlineData("$request.body.to.kind", """{"to":{"kind":"say"}}""", "say")]
    [InlineData("${request.body.area}.${request.body.verb}", """{"area":"room","verb":1}""", "room.1")]
    public async Task An_expression_may_look_deeper_and_put_parts_together(string expression, string message, string route)
    {
        var api = new SocketHarness(expression, null, "$default", route);
        var client = await api.ConnectAsync();

        await client.SendAsync(message);
        await client.CloseAsync();

        Assert.Single(api.Invoker.EventsOf(route));
    }

    [Fact]
    public async Task A_route_that_responds_sends_the_body_back()
    {
        var api = new SocketHarness();
        api.Invoker.Answer("say", """{"statusCode":400,"body":"eWVz","isBase64Encoded":true}""");
        api.Invoker.Answer("$default", """{"statusCode":200,"body":"no"}""");
        var client = await api.ConnectAsync();

        await client.SendAsync("other");
        await client.SendAsync("""{"action":"say"}""");

        Assert.Equal("yes", await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("""{"errorMessage":"x"}""", "Unhandled")]
    [InlineData("null", null)]
    public async Task A_function_that_fails_is_told_to_the_client_which_stays_connected(string payload, string? error)
    {
        var api = new SocketHarness();
        api.Invoker.Answer("$default", payload, error);
        var client = await api.ConnectAsync();

        await client.SendAsync("1");
        var first = await client.ReceiveAsync();
        await client.SendAsync("""{"action":"say"}""");
        await client.CloseAsync();

        Assert.Matches($$"""^\{"message": "Internal server error", "connectionId":"{{api.NewestId()}}", "requestId":"[A-Za-z0-9_-]{15}="\}$""", first);
        Assert.Single(api.Invoker.EventsOf("say"));
    }

    [Fact]
    public async Task A_message_without_any_route_is_forbidden()
    {
        var api = new SocketHarness(routes: "$connect");
        var client = await api.ConnectAsync();

        await client.SendAsync("1");

        Assert.StartsWith("""{"message": "Forbidden", "connectionId":""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Messages_beyond_the_throttle_of_their_route_are_answered_by_the_service()
    {
        var api = new SocketHarness();
        api.Throttle(new Throttle(Rate: 1, Burst: 1));
        api.Invoker.Answer("say", """{"statusCode":200,"body":"yes"}""");
        var client = await api.ConnectAsync();

        await client.SendAsync("""{"action":"say"}""");
        Assert.Equal("yes", await client.ReceiveAsync());
        await client.SendAsync("""{"action":"say"}""");
        Assert.StartsWith($$"""{"message": "Too Many Requests", "connectionId":"{{api.NewestId()}}", "requestId":""", await client.ReceiveAsync());
        await client.SendAsync("other");
        await client.CloseAsync();

        Assert.Equal((1, 1, 1), (api.Invoker.EventsOf("say").Count, api.Invoker.EventsOf("$default").Count, api.Invoker.EventsOf("$disconnect").Count));
    }

    [Fact]
    public async Task A_text_that_is_no_UTF_8_ends_the_connection()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        await client.SendAsync([0x22, 0xC3, 0x28]);

        Assert.StartsWith("close 1007", await client.ReceiveAsync());
        await client.Ended;
        Assert.Empty(api.Invoker.EventsOf("$default"));
        Assert.Single(api.Invoker.EventsOf("$disconnect"));
    }

    [Fact]
    public async Task A_function_that_takes_29_seconds_is_not_waited_for()
    {
        var api = new SocketHarness();
        var called = new TaskCompletionSource();
        api.Invoker.Answers["$default"] = _ =>
        {
            called.SetResult();
            return new TaskCompletionSource<InvocationResult>().Task;
        };
        var client = await api.ConnectAsync();
        await client.SendAsync("1");
        await called.Task;
        await Functions.Eventually.BecomesTrueAsync(() => api.Clock.Timers.Count > 1);

        api.Clock.Advance(TimeSpan.FromSeconds(29));

        Assert.StartsWith("""{"message": "Endpoint request timed out", """, await client.ReceiveAsync());
    }

    [Fact]
    public async Task Functions_are_called_in_the_order_of_the_messages_and_none_waits_for_another()
    {
        var api = new SocketHarness();
        var held = new TaskCompletionSource<InvocationResult>();
        api.Invoker.Answers["$default"] = json => json.GetProperty("body").GetString() == "0" ? held.Task : Task.FromResult(new InvocationResult("r", """{"statusCode":200}"""u8.ToArray()));
        var client = await api.ConnectAsync();

        for (var i = 0; i < 50; i++)
        {
            await client.SendAsync($"{i}");
        }

        await Functions.Eventually.BecomesTrueAsync(() => api.Invoker.EventsOf("$default").Count == 50);
        held.SetResult(new InvocationResult("r", """{"statusCode":200}"""u8.ToArray()));

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), api.Invoker.EventsOf("$default").Select(json => json.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task A_message_of_128_KB_in_frames_of_32_KB_arrives_whole()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        for (var i = 0; i < 4; i++)
        {
            await client.SendAsync(Letters(32 * 1024), isEnd: i == 3);
        }

        await client.CloseAsync();

        Assert.Equal(128 * 1024, api.Invoker.EventsOf("$default").Single().GetProperty("body").GetString()!.Length);
    }

    [Fact]
    public async Task A_longer_message_closes_with_1009()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        for (var i = 0; i < 4; i++)
        {
            await client.SendAsync(Letters(32 * 1024), isEnd: false);
        }

        await client.SendAsync(Letters(1));

        Assert.Equal("close 1009 Message is too large", await client.LeaveAsync());
        Assert.Equal(1009, DisconnectCode(api));
        Assert.Empty(api.Invoker.EventsOf("$default"));
    }

    [Fact]
    public async Task A_frame_above_32_KB_closes_with_1009()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        await client.SendAsync(Letters((32 * 1024) + 1));

        Assert.Equal("close 1009 Message is too large", await client.LeaveAsync());
        Assert.Empty(api.Invoker.EventsOf("$default"));
    }

    [Fact]
    public async Task A_binary_message_closes_with_1003()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        await client.SendAsync([1, 2], WebSocketMessageType.Binary);

        Assert.Equal("close 1003 Binary is not supported", await client.LeaveAsync());
        Assert.Equal(1003, DisconnectCode(api));
    }

    [Fact]
    public async Task An_empty_message_is_a_message()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        await client.SendAsync("");
        await client.SendAsync([], isEnd: false);
        await client.SendAsync("a");
        await client.CloseAsync();

        Assert.Equal(["", "a"], api.Invoker.EventsOf("$default").Select(json => json.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task An_empty_binary_message_closes_with_1003_as_well()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        await client.SendAsync([], WebSocketMessageType.Binary);
        await client.SendAsync("after");

        Assert.Equal("close 1003 Binary is not supported", await client.LeaveAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Empty(api.Invoker.EventsOf("$default"));
    }

    [Fact]
    public async Task Ten_silent_minutes_close_with_1001()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        api.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(200, (await api.ManageAsync("POST", api.NewestId(), "still there")).StatusCode);
        Assert.Equal("still there", await client.ReceiveAsync());
        api.Clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(200, (await api.ManageAsync("GET", api.NewestId())).StatusCode);
        api.Clock.Advance(TimeSpan.FromMinutes(0.1));

        Assert.Equal("close 1001 Going away", await client.LeaveAsync());
        Assert.Equal(1001, DisconnectCode(api));
    }

    [Fact]
    public async Task Two_hours_close_even_a_busy_connection()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        for (var minutes = 0; minutes < 119; minutes++)
        {
            api.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(200, (await api.ManageAsync("POST", api.NewestId(), "tick")).StatusCode);
            Assert.Equal("tick", await client.ReceiveAsync());
        }

        api.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("close 1001 Going away", await client.LeaveAsync());
        Assert.Equal(410, (await api.ManageAsync("POST", api.NewestId(), "tick")).StatusCode);
    }

    [Fact]
    public async Task Stopping_closes_with_1001_and_calls_nobody()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        var stopping = api.Sockets.DisposeAsync().AsTask();
        Assert.Equal("close 1001 Going away", await client.LeaveAsync());
        await stopping;

        Assert.Empty(api.Invoker.EventsOf("$disconnect"));
        Assert.Equal(0, api.Sockets.ConnectionCount);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_functions_that_have_all_messages_they_can_take()
    {
        var api = new SocketHarness();
        api.Invoker.Answers["$default"] = _ => new TaskCompletionSource<InvocationResult>().Task;
        var client = await api.ConnectAsync();
        for (var i = 0; i < 102; i++)
        {
            await client.SendAsync($"{i}");
        }

        await Functions.Eventually.BecomesTrueAsync(() => api.Invoker.EventsOf("$default").Count == 100);
        var stopping = api.Sockets.DisposeAsync().AsTask();

        Assert.Equal("close 1001 Going away", await client.LeaveAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        await stopping.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(100, api.Invoker.EventsOf("$default").Count);
    }

    private static byte[] Letters(int count) => Encoding.ASCII.GetBytes(new string('x', count));

    private static int DisconnectCode(SocketHarness api) =>
        api.Invoker.EventsOf("$disconnect").Single().GetProperty("requestContext").GetProperty("disconnectStatusCode").GetInt32();
}
