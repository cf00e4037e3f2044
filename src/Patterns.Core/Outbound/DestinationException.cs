namespace Patterns.Outbound;

/// <summary>A request to a destination failed as a whole.</summary>
public sealed class DestinationException : Exception
{
    /// <summary>Makes the exception.</summary>
    public DestinationException(string message, bool isRetryable, Exception? innerException = null)
        : base(message, innerException)
    {
        IsRetryable = isRetryable;
    }

    /// <summary>Whether sending again may help: false for a destination that does not exist or refuses the caller.</summary>
    public bool IsRetryable { get; }
}
