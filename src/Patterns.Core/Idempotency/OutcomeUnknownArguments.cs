namespace Patterns.Idempotency;

/// <summary>What is known of an attempt whose lease ran out.</summary>
public readonly struct OutcomeUnknownArguments
{
    internal OutcomeUnknownArguments(string key, DateTimeOffset startedAt, DateTimeOffset leaseEndedAt, CancellationToken cancellationToken)
    {
        Key = key;
        StartedAt = startedAt;
        LeaseEndedAt = leaseEndedAt;
        CancellationToken = cancellationToken;
    }

    /// <summary>The idempotency key.</summary>
    public string Key { get; }

    /// <summary>When the attempt took the key.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When its lease ran out.</summary>
    public DateTimeOffset LeaseEndedAt { get; }

    /// <summary>Cancelled when the decision comes too late.</summary>
    public CancellationToken CancellationToken { get; }
}
