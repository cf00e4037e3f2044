namespace Patterns.Idempotency;

/// <summary>What happens to a key that somebody else is working on.</summary>
public enum InProgressPolicy
{
    /// <summary>
    /// Waits until the other one has completed it, gave it back, or lost its lease; when the deadline's reserve comes first, fails with
    /// an <see cref="IdempotencyInProgressException"/>. A record that waits takes up one of the places for parallel handling, and
    /// waits as long as the other one's whole batch takes, whose keys are completed together. Where two batches may be waiting for
    /// each other, the wait of one of them fails after a lease.
    /// </summary>
    Wait,

    /// <summary>Counts the record as handled. Best effort: should the other one fail, the record is gone.</summary>
    Skip,

    /// <summary>Fails at once with an <see cref="IdempotencyInProgressException"/>, which is tried again.</summary>
    Fail,
}
