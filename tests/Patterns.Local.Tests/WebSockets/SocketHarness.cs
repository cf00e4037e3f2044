using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;
using Patterns.Local.WebSockets;
using Patterns.Local.WebSockets.Connecting;
using Patterns.Local.WebSockets.Messages;

namespace Patterns.Local.Tests.WebSockets;

/// <summary>An API with a function for each route, without a server, on a clock that the test moves.</summary>
internal sealed class SocketHarness
{
    private readonly SocketEndpoint _endpoint;

    public SocketHarness(string selection = "$request.body.action", SocketAuthorizer? authorizer = null, params string[] routes)
    {
        Api = new SocketApi("abc", "chat", RouteSelection.Parse(selection));
        Api.Add(new SocketStage("live", new Dictionary<string, string> { ["tier"] = "gold" }));
        foreach (var key in routes is [] ? ["$connect", "$disconnect", "$default", "say"] : routes)
        {
            Api.TryAdd(new SocketRoute(key, new SocketIntegration(key, key)) { Responds = key == "say", Authorizer = key == SocketRoute.Connect ? authorizer : null });
        }

        var aws = new AwsEnvironment("eu-west-1", "111122223333", Clock);
        Sockets.Add(Api);
        _endpoint = new SocketEndpoint(Sockets, new SocketDoor(aws, Sockets, new SocketCall(aws, Invoker), Failures.Add));
    }

    public TestClock Clock { get; } = new();

    public SocketInvoker Invoker { get; } = new();

    public SocketService Sockets { get; } = new();

    public SocketApi Api { get; }

    public List<Exception> Failures { get; } = [];

    /// <summary>Gives every route a bucket like this.</summary>
    public void Throttle(Throttle throttle) => Api.Add(Api.FindStage("live")! with { Throttles = new RouteThrottles(_ => throttle, Clock) });

    /// <summary>Connects; the task of the request ends with the connection.</summary>
    public async Task<SocketClient> ConnectAsync(Action<HttpRequest>? prepare = null, string path = "/live", long pauseAt = 64 * 1024 * 1024)
    {
        var (client, server) = DuplexStream.Pair(pauseAt);
        var upgrade = new FakeUpgrade(server);
        var http = Request("GET", request =>
        {
            request.Headers.Connection = "Upgrade";
            request.Headers.Upgrade = "websocket";
            request.Headers.SecWebSocketVersion = "13";
            request.Headers.SecWebSocketKey = "dGhlIHNhbXBsZSBub25jZQ==";
            prepare?.Invoke(request);
        });
        http.Features.Set<IHttpUpgradeFeature>(upgrade);
        var ended = _endpoint.HandleAsync(http, "abc", path);
        await Task.WhenAny(upgrade.Upgraded, ended);
        return new SocketClient(http.Response, client, WebSocket.CreateFromStream(client, new WebSocketCreationOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan }), ended);
    }

    public Task<HttpResponse> ManageAsync(string method, string connectionId, string? body = null) => ManageAsync(method, connectionId, Encoding.UTF8.GetBytes(body ?? ""));

    public async Task<HttpResponse> ManageAsync(string method, string connectionId, byte[] body)
    {
        var http = Request(method, request => request.Body = new MemoryStream(body));
        await _endpoint.HandleAsync(http, "abc", $"/live/@connections/{connectionId}");
        return http.Response;
    }

    public static string BodyOf(HttpResponse response) => Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());

    /// <summary>The id of the newest connection, as <c>$connect</c> got it.</summary>
    public string NewestId() => Invoker.EventsOf("$connect").Last().GetProperty("requestContext").GetProperty("connectionId").GetString()!;

    private static DefaultHttpContext Request(string method, Action<HttpRequest> prepare)
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new MemoryStream()));
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Connection.LocalPort = 4566;
        http.Request.Scheme = "http";
        http.Request.Protocol = "HTTP/1.1";
        http.Request.Method = method;
        http.Request.Headers.Host = "localhost:4566";
        prepare(http.Request);
        return http;
    }
}
