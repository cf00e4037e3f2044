namespace Patterns.Idempotency;

/// <summary>
/// The lease of an idempotency key ran out before the attempt was completed, and somebody else may have taken the key: the
/// attempt counts as failed, and what it enlisted did not happen.
/// </summary>
public sealed class IdempotencyLeaseLostException : Exception
{
    internal IdempotencyLeaseLostException(string key)
        : base($"The lease of idempotency key '{key}' was lost before the attempt was completed.") => Key = key;

    /// <summary>The key.</summary>
    public string Key { get; }
}
