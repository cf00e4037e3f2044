namespace Patterns.Connections;

/// <summary>What is known of an open connection.</summary>
/// <param name="ConnectedAt">When it was made.</param>
/// <param name="LastActiveAt">When the last message went or came; the connection itself counts.</param>
public sealed record ConnectionDetails(DateTimeOffset ConnectedAt, DateTimeOffset LastActiveAt)
{
    /// <summary>The client's address; null when it is not known.</summary>
    public string? SourceIp { get; init; }

    /// <summary>What the client calls itself; null when it is not known.</summary>
    public string? UserAgent { get; init; }
}
