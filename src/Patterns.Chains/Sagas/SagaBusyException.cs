namespace Patterns.Sagas;

/// <summary>Somebody else is working on the saga's step. The message comes again, and then finds the step done or free.</summary>
public sealed class SagaBusyException : Exception
{
    internal SagaBusyException(string sagaId, TimeSpan retryAfter)
        : base($"Somebody else is working on saga '{sagaId}'; its lease ends in {retryAfter}.")
    {
        SagaId = sagaId;
        RetryAfter = retryAfter;
    }

    /// <summary>The saga.</summary>
    public string SagaId { get; }

    /// <summary>When the lease of the other one ends at the latest.</summary>
    public TimeSpan RetryAfter { get; }
}
