namespace Patterns.Cqrs;

/// <summary>A command was not even tried: it has no effect, no key was taken, and asking again does not help.</summary>
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
