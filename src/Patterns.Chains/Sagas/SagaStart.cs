namespace Patterns.Sagas;

/// <summary>What a saga may be told when it starts.</summary>
public sealed class SagaStart
{
    /// <summary>When the saga turns round unless its last step is done. Default: null, <see cref="SagaOptions.Timeout"/> from now.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Where the answer goes; turned into a destination by <see cref="SagaOptions.ReplyTo"/>. Default: null, <see cref="SagaOptions.Answers"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>What the answer refers to. Default: null, the saga's id.</summary>
    public string? CorrelationId { get; init; }
}
