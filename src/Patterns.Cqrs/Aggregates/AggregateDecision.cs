using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>What a command leads to.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TEvent">What happened.</typeparam>
public sealed class AggregateDecision<TState, TEvent>
{
    internal AggregateDecision(Aggregate<TState> before, Aggregate<TState> after, IReadOnlyList<TEvent> events, IReadOnlyList<TableWrite> writes)
    {
        Before = before;
        After = after;
        Events = events;
        Writes = writes;
    }

    /// <summary>The aggregate on which the command was decided.</summary>
    public Aggregate<TState> Before { get; }

    /// <summary>The aggregate with the events; the same as before when there are none.</summary>
    public Aggregate<TState> After { get; }

    /// <summary>The events, in order; none when there is nothing to do.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>
    /// The writes that append the events, for a transaction that is not the store's: enlist all of them. None when there are no events,
    /// or when the store has written them.
    /// </summary>
    public IReadOnlyList<TableWrite> Writes { get; }
}
