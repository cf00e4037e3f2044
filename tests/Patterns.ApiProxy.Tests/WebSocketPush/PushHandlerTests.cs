using System.Text;
using System.Text.Json;
using Patterns.WebSocketPush;

namespace Patterns.ApiProxy.Tests.WebSocketPush;

public sealed class PushHandlerTests
{
    private readonly InMemoryConnections _connections = new();
    private readonly PushHub _hub;
    private readonly Room _room;

    public PushHandlerTests()
    {
        _hub = new PushHub(new InMemoryTable("push"), _connections);
        _room = new Room(_hub);
    }

    [Fact]
    public async Task A_client_connects_as_who_the_authorizer_says_and_disconnects()
    {
        var client = _connections.Connect();

        Assert.Equal(200, await SendAsync("CONNECT", client.Id, principal: "ann"));
        Assert.Equal("ann", await _hub.UserOfAsync(client.Id, default));
        Assert.Equal(200, await SendAsync("DISCONNECT", client.Id));
        Assert.Null(await _hub.UserOfAsync(client.Id, default));
    }

    [Fact]
    public async Task Who_is_nobody_is_refused_and_not_registered()
    {
        Assert.Equal(401, await SendAsync("CONNECT", "c-1"));
        Assert.Null(await _hub.UserOfAsync("c-1", default));
    }

    [Fact]
    public async Task Subscribing_brings_what_was_before_and_what_comes()
    {
        var client = await ConnectAsync();
        await _hub.PublishAsync("open", "1"u8.ToArray(), default);
        await _hub.PublishAsync("open", "2"u8.ToArray(), default);

        await SendAsync("MESSAGE", client.Id, """{"action":"subscribe","topic":"open","after":1}""");
        await _hub.PublishAsync("open", "3"u8.ToArray(), default);
        await SendAsync("MESSAGE", client.Id, """{"action":"unsubscribe","topic":"open"}""");
        await _hub.PublishAsync("open", "4"u8.ToArray(), default);
        await SendAsync("MESSAGE", client.Id, """{"action":"resync","topic":"open","after":3}""");

        Assert.Equal(
            [
                """{"topic":"open","sequence":2,"data":2}""", """{"topic":"open","resync":"done","sequence":2}""", """{"topic":"open","sequence":3,"data":3}""",
                """{"topic":"open","sequence":4,"data":4}""", """{"topic":"open","resync":"done","sequence":4}""",
            ],
            client.Received);
        Assert.Empty(_room.Handled);
    }

    [Theory]
    [InlineData("subscribe")]
    [InlineData("resync")]
    public async Task Who_may_not_follow_a_topic_gets_nothing_of_it(string action)
    {
        var client = await ConnectAsync();
        await _hub.PublishAsync("secret", "1"u8.ToArray(), default);

        await SendAsync("MESSAGE", client.Id, $$"""{"action":"{{action}}","topic":"secret"}""");
        await _hub.PublishAsync("secret", "2"u8.ToArray(), default);

        Assert.Equal(["""{"topic":"secret","error":"forbidden"}"""], client.Received);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("""{"action":"say"}""")]
    [InlineData("""{"action":"subscribe"}""")]
    [InlineData("""{"action":"subscribe","topic":"open","after":-1}""")]
    [InlineData("[]")]
    [InlineData("""{"action":"subscribe","topic":"\ud800"}""")]
    public async Task Other_messages_are_the_handlers(string message)
    {
        var client = await ConnectAsync();

        await SendAsync("MESSAGE", client.Id, message);

        Assert.Equal([new SocketMessage(client.Id, "ann", message)], _room.Handled);
    }

    [Fact]
    public async Task A_client_that_nobody_knows_is_disconnected()
    {
        var client = _connections.Connect();

        await SendAsync("MESSAGE", client.Id, "hello");

        Assert.Empty(_connections.Open);
        Assert.Empty(_room.Handled);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{"requestContext":{"eventType":"OTHER","connectionId":"c"}}""")]
    [InlineData("""{"requestContext":{"eventType":"CONNECT","connectionId":"\ud800"}}""")]
    [InlineData("""{"requestContext":{"eventType":"CONNECT","connectionId":"c"},"queryStringParameters":{"a":1}}""")]
    public async Task Another_event_is_refused(string payload) =>
        await Assert.ThrowsAsync<UnknownEventException>(() => _room.FunctionHandler(new MemoryStream(Encoding.UTF8.GetBytes(payload)), new FakeLambdaContext()));

    private async Task<InMemoryConnection> ConnectAsync()
    {
        var client = _connections.Connect();
        await SendAsync("CONNECT", client.Id, principal: "ann");
        return client;
    }

    private async Task<int> SendAsync(string eventType, string connectionId, string? body = null, string? principal = null)
    {
        var authorizer = principal is null ? "null" : $$"""{"principalId":"{{principal}}"}""";
        var payload = $$"""{"requestContext":{"eventType":"{{eventType}}","connectionId":"{{connectionId}}","authorizer":{{authorizer}}},"body":{{JsonSerializer.Serialize(body)}}}""";
        var reply = await _room.FunctionHandler(new MemoryStream(Encoding.UTF8.GetBytes(payload)), new FakeLambdaContext());
        return (await JsonDocument.ParseAsync(reply)).RootElement.GetProperty("statusCode").GetInt32();
    }

    private sealed class Room(PushHub hub) : PushHandler(hub)
    {
        public List<SocketMessage> Handled { get; } = [];

        protected override ValueTask<bool> MaySubscribeAsync(string user, string topic, CancellationToken cancellationToken) => ValueTask.FromResult(topic == "open");

        protected override ValueTask HandleMessageAsync(SocketMessage message, CancellationToken cancellationToken)
        {
            Handled.Add(message);
            return ValueTask.CompletedTask;
        }
    }
}
