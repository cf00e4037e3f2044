using System.Text.Json;
using Patterns.Local.Services.Dispatching;

namespace Patterns.Local.Services.Scheduler;

/// <summary>What a schedule calls. Immutable.</summary>
internal sealed record ScheduleTarget(string Arn)
{
    /// <summary>The target as it was sent, for those who ask for it.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>The payload; keywords in it stand for the time and the attempt. Null sends an event that describes the tick.</summary>
    public string? Input { get; init; }

    public string? MessageGroupId { get; init; }

    public string? PartitionKey { get; init; }

    /// <summary>For a bus: source and detail type.</summary>
    public EventHeader? Event { get; init; }

    public RetryPolicy Retries { get; init; } = RetryPolicy.Default;

    public string? DeadLetterArn { get; init; }
}
