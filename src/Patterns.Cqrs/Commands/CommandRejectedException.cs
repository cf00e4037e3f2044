namespace Patterns.Cqrs;

/// <summary>A command was not tried: this request has no effect and holds no key, and sending it again does not help.</summary>
/// <remarks>
/// It says nothing of earlier requests with the key, which may have had a reply when the list, the rules of validation or the permissions
/// were others. Only <see cref="CommandRejection.Expired"/> is said after a look at the key: it has no reply.
/// </remarks>
public sealed class CommandRejectedException : NonRetryableException
{
    internal CommandRejectedException(CommandRejection rejection, string message, Exception? innerException = null)
        : base(message, innerException) => Rejection = rejection;

    /// <summary>Why.</summary>
    public CommandRejection Rejection { get; }
}
