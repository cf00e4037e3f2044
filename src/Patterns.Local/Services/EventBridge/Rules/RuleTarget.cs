using System.Text.Json;
using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.EventBridge.Inputs;

namespace Patterns.Local.Services.EventBridge.Rules;

/// <summary>Where a rule's events go. Immutable.</summary>
internal sealed record RuleTarget(string Id, string Arn)
{
    /// <summary>The target as it was sent, for those who ask for it.</summary>
    public required JsonElement Json { get; init; }

    public TargetInput Input { get; init; } = TargetInput.WholeEvent;

    /// <summary>The message group of a FIFO queue, and of a standard queue where one is given.</summary>
    public string? MessageGroupId { get; init; }

    /// <summary>Finds a stream's partition key in the event; null takes the event's id.</summary>
    public JsonPath? PartitionKeyPath { get; init; }

    public RetryPolicy Retries { get; init; } = RetryPolicy.Default;

    public string? DeadLetterArn { get; init; }

    public bool IsBus => Arn.Split(':', 6) is [_, _, "events", _, _, _];
}
