namespace Patterns.Cqrs;

/// <summary>A command was not tried: this request has no effect and holds no key, and sending it again does not help.</summary>
/// <remarks>
/// It says nothing of earlier requests with the key, which may have had a reply when the list, the rules of validation or the permissions
/// were others. Only <see cref="CommandRejection.Expired"/> is said after a look at the key: it has no reply.
/// </remarks>
public sealed class CommandRejectedException : NonRetryableException
{
    internal CommandRejectedException(CommandRejection rejection, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Rejection = rejection;
        Mistakes = rejection == CommandRejection.Invalid ? [message] : [];
    }

    /// <summary>Why.</summary>
    public CommandRejection Rejection { get; }

    /// <summary>What is not as it must be, a sentence for each mistake; empty unless it is <see cref="CommandRejection.Invalid"/>.</summary>
    public IReadOnlyList<string> Mistakes { get; internal init; }

    /// <summary>The versions that there are; empty unless it is <see cref="CommandRejection.UnknownVersion"/>.</summary>
    public IReadOnlyList<int> Versions { get; internal init; } = [];
}
