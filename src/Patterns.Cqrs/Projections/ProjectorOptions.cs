using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>What a <see cref="Projector{TChange}"/> may be told.</summary>
public sealed class ProjectorOptions
{
    /// <summary>How many aggregates come into the views at the same time. Default: 8.</summary>
    public int MaxParallelism { get; init; } = 8;

    /// <summary>How often an aggregate's changes are tried, when others change the same rows or the table is throttled. Default: 8.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>
    /// The longest wait before the second attempt, doubling with each further one; a random part of it is waited. Default: 20 milliseconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal ProjectorOptions Validated()
    {
        var mistakes = new List<string>(ConflictRetries.Mistakes(MaxAttempts, RetryDelay, Time));
        if (MaxParallelism < 1)
        {
            mistakes.Add($"{nameof(MaxParallelism)} must be at least 1, but is {MaxParallelism}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(ProjectorOptions), mistakes);
    }
}
