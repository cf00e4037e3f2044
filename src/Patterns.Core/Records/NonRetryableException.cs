namespace Patterns;

/// <summary>Thrown by a handler to say that no retry can help: the record goes to the failure destination at once.</summary>
public class NonRetryableException : Exception
{
    /// <summary>Makes the exception; <paramref name="message"/> travels with the record to the failure destination.</summary>
    public NonRetryableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
