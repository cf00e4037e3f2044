namespace Patterns.Testing;

/// <summary>A change in a DynamoDB stream. Keys and images are in DynamoDB's JSON, for example <c>{"pk":{"S":"A"}}</c>.</summary>
/// <param name="EventName"><c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</param>
/// <param name="Keys">The key attributes.</param>
public sealed record TableRecord(string EventName, string Keys)
{
    /// <summary>The item after the change; null for none.</summary>
    public string? NewImage { get; init; }

    /// <summary>The item before the change; null for none.</summary>
    public string? OldImage { get; init; }

    /// <summary>The sequence number; null for the next one of its batch.</summary>
    public string? SequenceNumber { get; init; }

    /// <summary>When the change was made; null for the time of all events.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether the table removed the item by itself because its time had come. Default: false.</summary>
    public bool RemovedByExpiry { get; init; }
}
