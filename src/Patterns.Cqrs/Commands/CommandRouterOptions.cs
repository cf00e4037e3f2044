using Patterns.Cqrs.Internal;
using Patterns.Idempotency;

namespace Patterns.Cqrs;

/// <summary>What a <see cref="CommandRouter"/> may be told.</summary>
public sealed class CommandRouterOptions
{
    /// <summary>How far in the future a request may have been issued, by another clock.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>How keys are held and remembered; payloads have to be checked, which tell commands and actors apart. Default: the scope <c>commands</c>, for a day.</summary>
    public IdempotencyOptions Idempotency { get; init; } = new() { Scope = "commands" };

    /// <summary>
    /// How old a request may be, so that nobody can send an old one again when its key is forgotten; at most a minute less than keys are
    /// remembered, since clocks may be apart that far. Requests then have to say when they were issued. One whose key has a reply gets it,
    /// however old it is. Default: null, any age.
    /// </summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How often a command is handled, each time anew, when others change what it is about. Default: 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>
    /// The longest wait before the second attempt, doubling with each further one; a random part of it is waited. Default: 20 milliseconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long the journal keeps entries. Default: null, for ever.</summary>
    public TimeSpan? KeepJournal { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal CommandRouterOptions Validated()
    {
        var mistakes = new List<string>(ConflictRetries.Mistakes(MaxAttempts, RetryDelay, Time));
        if (Idempotency is null)
        {
            mistakes.Add($"{nameof(Idempotency)} must not be null.");
        }
        else
        {
            if (!Idempotency.ChecksPayload)
            {
                mistakes.Add($"{nameof(Idempotency)}.{nameof(IdempotencyOptions.ChecksPayload)} must be true, or a key would get the reply of another command.");
            }

            if (MaxAge <= TimeSpan.Zero || MaxAge > Idempotency.Retention - ClockSkew)
            {
                mistakes.Add($"{nameof(MaxAge)} must be more than zero and at most the retention of keys less a minute, {Idempotency.Retention - ClockSkew}, but is {MaxAge}.");
            }
        }

        if (KeepJournal <= TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(KeepJournal)} must be more than zero, but is {KeepJournal}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(CommandRouterOptions), mistakes);
    }
}
