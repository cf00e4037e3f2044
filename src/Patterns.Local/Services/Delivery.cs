namespace Patterns.Local.Services;

/// <summary>What one service hands to another: a body, and what queues, topics, streams and buses keep beside it.</summary>
internal sealed record Delivery(string Body)
{
    public IReadOnlyDictionary<string, MessageAttribute>? Attributes { get; init; }

    public string? GroupId { get; init; }

    public string? DeduplicationId { get; init; }

    /// <summary>For streams: what chooses the shard.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>For buses: what the event is beside its detail, which is the body.</summary>
    public EventHeader? Event { get; init; }
}
