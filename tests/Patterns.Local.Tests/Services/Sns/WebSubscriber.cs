using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Tests.Services.Sns;

/// <summary>A web endpoint that keeps what it is sent and answers as it is told.</summary>
internal sealed class WebSubscriber : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private LoopbackServer? _server;

    /// <summary>Decides the status by the count of requests so far.</summary>
    public Func<int, int> Status { get; set; } = _ => 200;

    public ReceivedRequest[] Requests => [.. _requests];

    public string Url => $"{_server!.Address}/hook";

    public static async Task<WebSubscriber> StartAsync()
    {
        var subscriber = new WebSubscriber();
        subscriber._server = await LoopbackServer.StartAsync(subscriber.ReceiveAsync);
        return subscriber;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        _requests.Enqueue(new ReceivedRequest(http.Request.Path, headers, await reader.ReadToEndAsync()));
        http.Response.StatusCode = Status(_requests.Count);
        http.Response.Headers.Location = "http://example.com/elsewhere";
    }
}
