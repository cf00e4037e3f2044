using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>What a <see cref="StateStore{TState}"/> may be told.</summary>
public sealed class StateStoreOptions
{
    /// <summary>How often <see cref="StateStore{TState}.UpdateAsync"/> begins anew when others change the state meanwhile. Default: 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>
    /// The longest wait before the second attempt, doubling with each further one; a random part of it is waited. Default: 20 milliseconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The clock by which states are dated. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal StateStoreOptions Validated()
    {
        string[] mistakes = [.. ConflictRetries.Mistakes(MaxAttempts, RetryDelay, Time)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(StateStoreOptions), mistakes);
    }
}
