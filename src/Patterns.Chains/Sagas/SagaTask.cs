using System.Text.Json.Serialization;

namespace Patterns.Sagas;

/// <summary>What a state machine hands from step to step: a saga as its input and output.</summary>
/// <param name="SagaId">The saga.</param>
/// <param name="State">What is known.</param>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public sealed record SagaTask<TState>(
    [property: JsonPropertyName("sagaId")] string SagaId,
    [property: JsonPropertyName("state")] TState State)
    where TState : class
{
    /// <summary>When the saga turns round unless its last step is done; null for never.</summary>
    [JsonPropertyName("deadline")]
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Where the answer goes; null for <see cref="SagaTaskOptions.Answers"/>.</summary>
    [JsonPropertyName("replyTo")]
    public string? ReplyTo { get; init; }

    /// <summary>What the answer refers to; null for the saga's id.</summary>
    [JsonPropertyName("correlationId")]
    public string? CorrelationId { get; init; }

    /// <summary>What went wrong, as the state machine notes it; null when nothing did.</summary>
    [JsonPropertyName("failure")]
    public SagaTaskFailure? Failure { get; init; }
}
