namespace Patterns.Local.Services.EventBridge.Events;

/// <summary>An event as its sender describes it; nothing is checked yet.</summary>
internal sealed record PutEntry
{
    /// <summary>Name or ARN; null is the default bus.</summary>
    public string? Bus { get; init; }

    public string? Source { get; init; }

    public string? DetailType { get; init; }

    /// <summary>JSON text.</summary>
    public string? Detail { get; init; }

    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Null is the time of arrival.</summary>
    public DateTimeOffset? Time { get; init; }
}
