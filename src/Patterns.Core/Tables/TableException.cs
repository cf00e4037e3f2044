namespace Patterns.Tables;

/// <summary>A table could not do what it was asked. The message names the table, the operation and, where there is one, the key.</summary>
public sealed class TableException : Exception
{
    /// <summary>Makes the exception.</summary>
    public TableException(string message, bool isRetryable, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = isRetryable;

    /// <summary>
    /// True when the same request may succeed later: throttling, a conflict with another transaction, a broken connection; the
    /// request may have taken effect all the same. False when it never will, for example for a table that does not exist.
    /// </summary>
    public bool IsRetryable { get; }
}
