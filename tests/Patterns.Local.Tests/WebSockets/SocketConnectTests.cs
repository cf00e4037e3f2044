using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions;
using Patterns.Local.HttpApi;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Tests.WebSockets;

public sealed class SocketConnectTests
{
    [Fact]
    public async Task The_event_of_connect_has_headers_query_and_context()
    {
        var api = new SocketHarness();

        var client = await api.ConnectAsync(request =>
        {
            request.QueryString = new QueryString("?room=a&room=b&x=1");
            request.Headers.UserAgent = "test";
            request.Headers["X-Many"] = new(["1", "2"]);
        });
        await client.CloseAsync();

        var connect = Assert.Single(api.Invoker.EventsOf("$connect"));
        Assert.Equal("2", connect.GetProperty("headers").GetProperty("X-Many").GetString());
        Assert.Equal("""["1","2"]""", connect.GetProperty("multiValueHeaders").GetProperty("X-Many").GetRawText());
        Assert.Equal("localhost:4566", connect.GetProperty("headers").GetProperty("Host").GetString());
        Assert.False(connect.GetProperty("headers").TryGetProperty("Upgrade", out _));
        Assert.Equal("""{"room":"b","x":"1"}""", connect.GetProperty("queryStringParameters").GetRawText());
        Assert.Equal("""{"room":["a","b"],"x":["1"]}""", connect.GetProperty("multiValueQueryStringParameters").GetRawText());
        Assert.Equal("""{"tier":"gold"}""", connect.GetProperty("stageVariables").GetRawText());
        Assert.False(connect.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal(
            """
            {"routeKey":"$connect","eventType":"CONNECT","extendedRequestId":"R","requestTime":"02/Jan/2026:03:04:05 +0000","messageDirection":"IN","stage":"live",
            "connectedAt":1767323045000,"requestTimeEpoch":1767323045000,"identity":{"userAgent":"test","sourceIp":"127.0.0.1"},"requestId":"R",
            "domainName":"abc.execute-api.eu-west-1.amazonaws.com","connectionId":"C","apiId":"abc"}
            """.ReplaceLineEndings(""),
            ContextOf(connect));
    }

    [Fact]
    public async Task Disconnect_is_told_how_the_client_closed()
    {
        var api = new SocketHarness();

        await (await api.ConnectAsync()).CloseAsync(WebSocketCloseStatus.NormalClosure, "bye");
        await (await api.ConnectAsync()).CloseWithoutStatusAsync();
        await (await api.ConnectAsync()).DropAsync();

        var ends = api.Invoker.EventsOf("$disconnect").Select(end => end.GetProperty("requestContext"))
            .Select(context => (context.GetProperty("eventType").GetString(), context.GetProperty("disconnectStatusCode").GetInt32(), context.GetProperty("disconnectReason").GetString()));
        Assert.Equal([("DISCONNECT", 1000, "bye"), ("DISCONNECT", 1005, "Client-side close frame status not set"), ("DISCONNECT", 1006, "Connection closed abnormally")], ends);
        Assert.Equal("""{"Host":"localhost:4566","x-api-key":"","X-Forwarded-For":"","x-restapi":""}""", api.Invoker.EventsOf("$disconnect").First().GetProperty("headers").GetRawText());
        Assert.Equal(0, api.Sockets.ConnectionCount);
    }

    [Theory]
    [InlineData("""{"statusCode":401}""", null, 401, "Forbidden")]
    [InlineData("""{"statusCode":301}""", null, 301, "Forbidden")]
    [InlineData("""{"statusCode":"403"}""", null, 403, "Forbidden")]
    [InlineData("""{"statusCode":101}""", null, 502, "Internal server error")]
    [InlineData("""{"ok":true}""", null, 502, "Internal server error")]
    [InlineData("""{"errorMessage":"x"}""", "Unhandled", 502, "Internal server error")]
    [InlineData("""{"statusCode":"\ud800"}""", null, 502, "Internal server error")]
    [InlineData("""{"statusCode":200,"headers":{"Sec-WebSocket-Protocol":"\ud800"}}""", null, 502, "Internal server error")]
    [InlineData("""{"statusCode":200,"headers":{"Sec-WebSocket-Protocol":"a\r\nSet-Cookie: b"}}""", null, 502, "Internal server error")]
    [InlineData("""{"statusCode":200,"headers":{"Sec-WebSocket-Protocol":"chat 1"}}""", null, 502, "Internal server error")]
    [InlineData("""{"statusCode":200,"headers":{"Sec-WebSocket-Protocol":""}}""", null, 502, "Internal server error")]
    public async Task A_connect_that_does_not_answer_2xx_refuses_the_handshake(string payload, string? error, int status, string message)
    {
        var api = new SocketHarness();
        api.Invoker.Answer("$connect", payload, error);

        var client = await api.ConnectAsync();
        await client.Ended;

        Assert.Equal(status, client.Response.StatusCode);
        Assert.StartsWith($$"""{"message": "{{message}}", "connectionId":"{{api.NewestId()}}", "requestId":""", SocketHarness.BodyOf(client.Response));
        Assert.Empty(api.Invoker.EventsOf("$disconnect"));
        Assert.Equal(0, api.Sockets.ConnectionCount);
    }

    [Fact]
    public async Task A_refusal_whose_status_has_no_body_is_sent_without_one()
    {
        var api = new SocketHarness();
        api.Invoker.Answer("$connect", """{"statusCode":304}""");

        var client = await api.ConnectAsync();
        await client.Ended;

        Assert.Equal((304, null, ""), (client.Response.StatusCode, client.Response.ContentLength, SocketHarness.BodyOf(client.Response)));
    }

    [Fact]
    public async Task Who_connects_too_often_is_refused_and_no_function_runs()
    {
        var api = new SocketHarness();
        api.Throttle(new Throttle(Rate: 1, Burst: 1));
        await api.ConnectAsync();

        var refused = await api.ConnectAsync();
        await refused.Ended;
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await api.ConnectAsync();

        Assert.Equal((429, 200), (refused.Response.StatusCode, later.Response.StatusCode));
        Assert.Contains("Too Many Requests", SocketHarness.BodyOf(refused.Response), StringComparison.Ordinal);
        Assert.Equal(2, api.Invoker.EventsOf("$connect").Count);
    }

    [Fact]
    public async Task A_connect_that_takes_29_seconds_is_not_waited_for()
    {
        var api = new SocketHarness();
        api.Invoker.Answers["$connect"] = _ => new TaskCompletionSource<InvocationResult>().Task;
        var connecting = api.ConnectAsync();

        api.Clock.Advance(TimeSpan.FromSeconds(29));

        var client = await connecting;
        await client.Ended;
        Assert.Equal(504, client.Response.StatusCode);
    }

    [Fact]
    public async Task Nobody_can_send_before_connect_has_answered()
    {
        var api = new SocketHarness();
        var answer = new TaskCompletionSource<InvocationResult>();
        api.Invoker.Answers["$connect"] = _ => answer.Task;
        var connecting = api.ConnectAsync();

        var early = await api.ManageAsync("POST", api.NewestId(), "hello");
        answer.SetResult(new InvocationResult("r", """{"statusCode":200}"""u8.ToArray()));
        var client = await connecting;
        var later = await api.ManageAsync("POST", api.NewestId(), "hello");

        Assert.Equal((410, 200), (early.StatusCode, later.StatusCode));
        Assert.Equal("hello", await client.ReceiveAsync());
    }

    [Fact]
    public async Task The_function_chooses_the_subprotocol()
    {
        var api = new SocketHarness();
        api.Invoker.Answer("$connect", """{"statusCode":200,"headers":{"sec-websocket-protocol":"chat.2"}}""");

        var client = await api.ConnectAsync(request => request.Headers.SecWebSocketProtocol = "chat.1, chat.2");

        Assert.Equal("chat.2", client.Response.Headers.SecWebSocketProtocol);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/other")]
    [InlineData("/live/room")]
    public async Task A_path_that_is_no_stage_is_forbidden(string path)
    {
        var client = await new SocketHarness().ConnectAsync(path: path);

        await client.Ended;
        Assert.Equal(403, client.Response.StatusCode);
    }

    [Fact]
    public async Task A_request_that_is_no_handshake_is_forbidden()
    {
        var client = await new SocketHarness().ConnectAsync(request => request.Headers.Remove("Upgrade"));

        await client.Ended;
        Assert.Equal(403, client.Response.StatusCode);
    }

    [Fact]
    public async Task An_origin_of_another_site_connects_as_on_the_service()
    {
        var api = new SocketHarness();

        var client = await api.ConnectAsync(request => request.Headers.Origin = "https://other.example");
        await client.CloseAsync();

        Assert.Equal("https://other.example", api.Invoker.EventsOf("$connect").Single().GetProperty("headers").GetProperty("Origin").GetString());
    }

    [Fact]
    public async Task Without_a_route_for_it_everyone_connects()
    {
        var api = new SocketHarness(routes: "$default");

        await (await api.ConnectAsync()).CloseAsync();
    }

    private static string ContextOf(JsonElement json)
    {
        var context = json.GetProperty("requestContext");
        return context.GetRawText()
            .Replace(context.GetProperty("requestId").GetString()!, "R", StringComparison.Ordinal)
            .Replace(context.GetProperty("connectionId").GetString()!, "C", StringComparison.Ordinal);
    }
}
