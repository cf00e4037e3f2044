using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>What every event of a connection says about it.</summary>
internal sealed record SocketInfo(string Id, SocketApi Api, SocketStage Stage, DateTimeOffset ConnectedAt)
{
    public required string SourceIp { get; init; }

    public required string UserAgent { get; init; }

    public required string Host { get; init; }

    /// <summary>What the authorizer said about the client; null without one.</summary>
    public LambdaCaller? Caller { get; init; }
}
