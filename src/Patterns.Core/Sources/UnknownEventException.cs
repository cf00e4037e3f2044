namespace Patterns;

/// <summary>The payload of the invocation is not an event that the handler can take; no record was touched.</summary>
/// <remarks>The message says what was expected and quotes at most 200 characters of the payload.</remarks>
public sealed class UnknownEventException : Exception
{
    /// <summary>Makes the exception.</summary>
    public UnknownEventException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
