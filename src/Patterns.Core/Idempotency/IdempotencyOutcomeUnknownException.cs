namespace Patterns.Idempotency;

/// <summary>The lease of an earlier attempt ran out, and <see cref="IdempotencyOptions.OnOutcomeUnknown"/> decided not to run again.</summary>
public sealed class IdempotencyOutcomeUnknownException : NonRetryableException
{
    internal IdempotencyOutcomeUnknownException(string key)
        : base($"An earlier attempt at idempotency key '{key}' did not say how it ended, and its effect may have happened.") => Key = key;

    /// <summary>The key.</summary>
    public string Key { get; }
}
