namespace Patterns.Sagas;

/// <summary>How a saga stands.</summary>
/// <param name="SagaId">The saga.</param>
/// <param name="Phase">Where it is.</param>
/// <param name="State">What is known.</param>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public sealed record SagaStatus<TState>(string SagaId, SagaPhase Phase, TState State)
    where TState : class
{
    /// <summary>How it ended; null while it goes on. One that was stuck and was resumed has the outcome of its later end.</summary>
    public SagaOutcome? Outcome { get; init; }

    /// <summary>What the asker is told, or was told: the first outcome. Null while there is none.</summary>
    public SagaOutcome? Answer { get; init; }

    /// <summary>Whether the answer is out; true where nobody is to be told.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>The step that is being done or undone; null when none is.</summary>
    public string? Step { get; init; }

    /// <summary>How often that step has been tried.</summary>
    public int Attempts { get; init; }

    /// <summary>The steps that are done, or whose outcome is in doubt, and that are not undone, in the order of their completion.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>The step because of which the saga turned round; null when it did not.</summary>
    public string? FailedStep { get; init; }

    /// <summary>What went wrong last; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it turns round unless it is done.</summary>
    public DateTimeOffset Deadline { get; init; }
}
