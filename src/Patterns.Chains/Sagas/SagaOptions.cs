using Patterns.Outbound;

namespace Patterns.Sagas;

/// <summary>Where a saga's messages go, and how long it may take.</summary>
public sealed class SagaOptions
{
    private const int MostShards = 100;

    /// <summary>The queue of the function that runs the steps.</summary>
    public required IDestination Queue { get; init; }

    /// <summary>The queues of steps that have functions of their own, by their names. Default: none.</summary>
    public IReadOnlyDictionary<string, IDestination> StepQueues { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, IDestination>.Empty;

    /// <summary>Where answers go that were given no other place. Default: null, nowhere: ask by <see cref="SagaLog{TState}.FindAsync"/>.</summary>
    public IDestination? Answers { get; init; }

    /// <summary>
    /// Turns <see cref="SagaStart.ReplyTo"/> into a destination, or into null for what is none. The text may come from outside: allow what you
    /// know. Default: null, and no saga may be started with one.
    /// </summary>
    public Func<string, IDestination?>? ReplyTo { get; init; }

    /// <summary>The CloudEvents type of answers. Default: null, none.</summary>
    public string? Type { get; init; }

    /// <summary>The CloudEvents source of answers. Default: null, none.</summary>
    public string? Source { get; init; }

    /// <summary>After which a saga turns round unless it was given a deadline. Default: 1 hour.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a saga is remembered after its last change. Default: 14 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(14);

    /// <summary>
    /// How long an attempt holds a step. After a crash, the next attempt begins when it is over. More than any step's time-out.
    /// Default: 1 minute.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a saga may be without a change before a sweep wakes it. Default: 5 minutes.</summary>
    public TimeSpan OrphanAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Over how many partitions the timers are spread: each takes the start of some hundred sagas a second. From 1 to 100; raise it at any
    /// time, but never lower it while sagas are open. Default: 4.
    /// </summary>
    public int TimerShards { get; init; } = 4;

    /// <summary>How messages and answers are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal SagaOptions Validated<TState>(SagaDefinition<TState> definition)
        where TState : class
    {
        var mistakes = new List<string>(Mistakes());
        var longest = definition.Steps.MaxBy(step => step.Options.Timeout)!;
        if (Lease <= longest.Options.Timeout)
        {
            mistakes.Add($"{nameof(Lease)} must be longer than any step may take, but is {Lease}, and step '{longest.Name}' may take {longest.Options.Timeout}.");
        }

        foreach (var name in StepQueues?.Keys.Except(definition.Steps.Select(step => step.Name)) ?? [])
        {
            mistakes.Add($"{nameof(StepQueues)} has a queue for '{name}', which is no step.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(SagaOptions), mistakes);
    }

    private IEnumerable<string> Mistakes()
    {
        if (Queue is null || StepQueues is null || Outbound is null || Time is null)
        {
            yield return $"{nameof(Queue)}, {nameof(StepQueues)}, {nameof(Outbound)} and {nameof(Time)} must not be null.";
        }

        if (Timeout <= TimeSpan.Zero || Retention <= TimeSpan.Zero || OrphanAfter <= TimeSpan.Zero)
        {
            yield return $"{nameof(Timeout)}, {nameof(Retention)} and {nameof(OrphanAfter)} must be more than zero, but are {Timeout}, {Retention} and {OrphanAfter}.";
        }

        if (TimerShards is < 1 or > MostShards)
        {
            yield return $"{nameof(TimerShards)} must be from 1 to {MostShards}, but is {TimerShards}.";
        }
    }
}
