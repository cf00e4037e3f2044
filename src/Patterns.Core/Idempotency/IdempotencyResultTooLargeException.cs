namespace Patterns.Idempotency;

/// <summary>The result of an <see cref="IdempotentCall"/> does not fit into an item. Nothing that was enlisted took effect.</summary>
public sealed class IdempotencyResultTooLargeException : NonRetryableException
{
    internal IdempotencyResultTooLargeException(string key, int size, int limit)
        : base($"The result under idempotency key '{key}' has {size} bytes, but at most {limit} can be stored: return a reference to it.")
    {
        Key = key;
        Size = size;
        Limit = limit;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The result's size in bytes of JSON.</summary>
    public int Size { get; }

    /// <summary>The greatest possible size in bytes.</summary>
    public int Limit { get; }
}
