namespace Patterns.Cqrs;

/// <summary>A command was not even tried: it has no effect, no key was taken, and asking again does not help.</summary>
public sealed class CommandRejectedException : NonRetryableException
{
    internal CommandRejectedException(CommandRejection rejection, string message, Exception? innerException = null)
        : base(message, innerException) => Rejection = rejection;

    /// <summary>Why.</summary>
    public CommandRejection Rejection { get; }
}
