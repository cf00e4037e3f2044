namespace Patterns.Local.Services;

/// <summary>What one service hands to another: a body, and the attributes that a queue or topic keeps beside it.</summary>
internal sealed record Delivery(string Body)
{
    public IReadOnlyDictionary<string, MessageAttribute>? Attributes { get; init; }

    public string? GroupId { get; init; }

    public string? DeduplicationId { get; init; }
}
