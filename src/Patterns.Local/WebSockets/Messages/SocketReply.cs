using Microsoft.AspNetCore.Http;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>What a route's function came to.</summary>
internal sealed record SocketReply(int Status)
{
    public static SocketReply Failed { get; } = new(StatusCodes.Status502BadGateway) { Error = SocketText.InternalServerError };

    public static SocketReply TimedOut { get; } = new(StatusCodes.Status504GatewayTimeout) { Error = SocketText.TimedOut };

    /// <summary>What the service says when the function did not answer as it must; null when it did.</summary>
    public string? Error { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The header <c>Sec-WebSocket-Protocol</c> of the reply.</summary>
    public string? SubProtocol { get; init; }
}
