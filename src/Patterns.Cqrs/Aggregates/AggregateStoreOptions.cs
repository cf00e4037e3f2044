using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>What an <see cref="AggregateStore{TState, TCommand, TEvent}"/> may be told.</summary>
/// <typeparam name="TState">The state.</typeparam>
public sealed class AggregateStoreOptions<TState>
{
    /// <summary>Keeps states beside the events. Default: null, all events are read each time.</summary>
    public SnapshotOptions<TState>? Snapshots { get; init; }

    /// <summary>How often a command is decided, each time anew, when others change the aggregate meanwhile. Default: 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>
    /// The longest wait before the second attempt, doubling with each further one; a random part of it is waited. Default: 20 milliseconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal AggregateStoreOptions<TState> Validated()
    {
        string[] mistakes = [.. ConflictRetries.Mistakes(MaxAttempts, RetryDelay, Time), .. Snapshots?.Mistakes() ?? []];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(AggregateStoreOptions<>), mistakes);
    }
}
