namespace Patterns.Sagas;

/// <summary>A saga is started with another state than it was started with before. What was said first stays.</summary>
public sealed class SagaConflictException : NonRetryableException
{
    internal SagaConflictException(string sagaId)
        : base($"Saga '{sagaId}' was started before with another state; the first one stays.") => SagaId = sagaId;

    /// <summary>The saga.</summary>
    public string SagaId { get; }
}
