namespace Patterns.Idempotency;

/// <summary>Somebody else is working on an idempotency key. A retry after <see cref="RetryAfter"/> finds it completed, given back or free.</summary>
public sealed class IdempotencyInProgressException : Exception
{
    internal IdempotencyInProgressException(string key, TimeSpan retryAfter)
        : base($"Idempotency key '{key}' is in progress elsewhere; its lease ends in {retryAfter}.")
    {
        Key = key;
        RetryAfter = retryAfter;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>How long the other one's lease lasts as it is now; it may be renewed.</summary>
    public TimeSpan RetryAfter { get; }
}
