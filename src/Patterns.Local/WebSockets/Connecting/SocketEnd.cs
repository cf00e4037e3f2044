namespace Patterns.Local.WebSockets.Connecting;

/// <summary>Why a connection ended, as <c>$disconnect</c> says it.</summary>
internal sealed record SocketEnd(int Code, string Reason)
{
    public static SocketEnd Abnormal { get; } = new(1006, "Connection closed abnormally");

    public static SocketEnd WithoutStatus { get; } = new(1005, "Client-side close frame status not set");

    public static SocketEnd GoingAway { get; } = new(1001, "Going away");

    public static SocketEnd Binary { get; } = new(1003, "Binary is not supported");

    public static SocketEnd TooLarge { get; } = new(1009, "Message is too large");

    public static SocketEnd Deleted { get; } = new(1000, "Connection Closed Normally");
}
