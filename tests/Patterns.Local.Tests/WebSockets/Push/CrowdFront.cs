using System.Collections.Concurrent;
using System.Text;
using Patterns.Local.Gateway;
using Patterns.Local.Services;
using Patterns.Local.WebSockets;
using Patterns.Local.WebSockets.Connecting;
using Patterns.Local.WebSockets.Messages;
using Patterns.Testing;
using Patterns.WebSocketPush;

namespace Patterns.Local.Tests.WebSockets.Push;

/// <summary>The runner's front of WebSocket APIs on a port, with a handler of pushes behind it that keeps its clients in a table.</summary>
internal sealed class CrowdFront : IAsyncDisposable
{
    private readonly InMemoryTable _table = new("push");
    private readonly ConcurrentDictionary<string, long> _published = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
    private readonly GatewayServer _server;
    private readonly PushHub _hub;

    private CrowdFront(SocketService sockets, CrowdFunction function, GatewayServer server)
    {
        (Sockets, Function, _server) = (sockets, function, server);
        _hub = new PushHub(_table, new HttpConnections(_http, $"{server.Address}/live"), new PushOptions { Time = Clock, Attempts = 1 });
        function.Handler = new CrowdHandler(_hub);
    }

    public SocketService Sockets { get; }

    public CrowdFunction Function { get; }

    /// <summary>The clock of the handler; that of the front is the real one.</summary>
    public TestClock Clock { get; } = new();

    public static async Task<CrowdFront> StartAsync()
    {
        var api = new SocketApi("abc", "crowd", RouteSelection.Parse("$request.body.action"));
        api.Add(new SocketStage("live", new Dictionary<string, string>()));
        foreach (var key in (string[])[SocketRoute.Connect, SocketRoute.Disconnect, SocketRoute.Default])
        {
            api.TryAdd(new SocketRoute(key, new SocketIntegration(key, "f")));
        }

        var (aws, sockets, function) = (new AwsEnvironment("eu-west-1", "111122223333", TimeProvider.System), new SocketService(), new CrowdFunction());
        sockets.Add(api);
        var endpoint = new SocketEndpoint(sockets, new SocketDoor(aws, sockets, new SocketCall(aws, function), function.Failures.Enqueue));
        var server = await GatewayServer.StartAsync(0, http => endpoint.HandleAsync(http, "abc", http.Request.Path.Value!), CancellationToken.None);
        return new CrowdFront(sockets, function, server);
    }

    public Uri UrlOf(string name) => new($"{_server.Address.Replace("http:", "ws:", StringComparison.Ordinal)}/live?name={name}");

    public long Published(string topic) => _published.GetValueOrDefault(topic);

    /// <summary>Publishes the next number of a topic.</summary>
    public async Task PublishAsync(string topic)
    {
        var next = Published(topic) + 1;
        var result = await _hub.PublishAsync(topic, Encoding.UTF8.GetBytes($$"""{"n":{{next}}}"""), CancellationToken.None);
        Assert.Equal(next, result.Sequence);
        _published[topic] = next;
    }

    /// <summary>Waits until the front has seen that all others are gone, and the function has been told.</summary>
    public Task KnowsThatOnlyAsync(int clients) => Functions.Eventually.BecomesTrueAsync(() => Sockets.ConnectionCount == clients && Function.Open.Count == clients);

    /// <summary>The ids that are registered for topics; there must be as many by user and by id.</summary>
    public IEnumerable<string> Registered()
    {
        var keys = _table.Items.Select(item => item.Key).ToLookup(key => key.Partition.Split('#')[1]);
        Assert.Equal(keys["topic"].Count(), keys["connection"].Count());
        Assert.Equal(keys["topic"].Count(), keys["user"].Count());
        return keys["topic"].Select(key => key.Sort);
    }

    public async ValueTask DisposeAsync()
    {
        await Sockets.DisposeAsync();
        await _server.DisposeAsync();
        _http.Dispose();
    }
}
