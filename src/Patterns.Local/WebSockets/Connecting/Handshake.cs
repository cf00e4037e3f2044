using Microsoft.AspNetCore.Http;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>A request to connect, with what its events and invocations are called.</summary>
internal sealed record Handshake(HttpContext Http, SocketInfo Info, string RequestId, string TraceId)
{
    public CancellationToken Aborted => Http.RequestAborted;
}
