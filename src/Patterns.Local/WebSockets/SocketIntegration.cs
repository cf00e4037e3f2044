namespace Patterns.Local.WebSockets;

/// <summary>The function that a route leads to.</summary>
internal sealed record SocketIntegration(string Id, string FunctionName)
{
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(29);

    public TimeSpan Timeout { get; init; } = LongestTimeout;
}
