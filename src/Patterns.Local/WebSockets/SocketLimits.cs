namespace Patterns.Local.WebSockets;

/// <summary>The quotas of the service for WebSocket APIs.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html, November 2026.</remarks>
internal static class SocketLimits
{
    public const int MessageBytes = 128 * 1024;
    public const int FrameBytes = 32 * 1024;

    /// <summary>How many posts may wait for a client that does not read before more are refused; the service has no published figure.</summary>
    public const int WaitingSends = 100;

    /// <summary>How many messages of one connection may be in functions before the rest waits in the socket.</summary>
    public const int RunningMessages = 100;

    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);
}
