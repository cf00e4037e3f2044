namespace Patterns.Idempotency;

/// <summary>An idempotency key came with another payload than before. No retry can help.</summary>
public sealed class IdempotencyMismatchException : NonRetryableException
{
    internal IdempotencyMismatchException(string key)
        : base($"Idempotency key '{key}' was used before with another payload.") => Key = key;

    /// <summary>The key.</summary>
    public string Key { get; }
}
