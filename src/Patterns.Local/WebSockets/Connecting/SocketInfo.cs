using System.Text.Json;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>What every event of a connection says about it.</summary>
internal sealed record SocketInfo(string Id, SocketApi Api, SocketStage Stage, DateTimeOffset ConnectedAt)
{
    public required string SourceIp { get; init; }

    public required string UserAgent { get; init; }

    public required string Host { get; init; }

    /// <summary>What the authorizer said; null without one.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Authorizer { get; init; }
}
