namespace Patterns.Tables;

/// <summary>A table could not do what it was asked. The message names the table, the operation and, where there is one, the key.</summary>
public sealed class TableException : Exception
{
    /// <summary>Makes the exception.</summary>
    public TableException(string message, bool isRetryable, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = MayHaveTakenEffect = isRetryable;

    /// <summary>
    /// True when the same request may succeed later: throttling, a conflict with another transaction, a broken connection.
    /// False when it never will, for example for a table that does not exist.
    /// </summary>
    public bool IsRetryable { get; }

    /// <summary>
    /// False when a write certainly has not taken effect, for example because it was throttled or in conflict with another
    /// transaction; true when that is unknown, for example because the reply was lost. Default: as <see cref="IsRetryable"/>.
    /// </summary>
    public bool MayHaveTakenEffect { get; init; }
}
