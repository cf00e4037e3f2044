namespace Patterns.Connections;

/// <summary>A connection could not be reached. The message names the API, the operation and the connection.</summary>
public sealed class ConnectionException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ConnectionException(string message, bool isRetryable, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = isRetryable;

    /// <summary>True when the same request may succeed later; false when it never will, for example without the permission.</summary>
    public bool IsRetryable { get; }
}
