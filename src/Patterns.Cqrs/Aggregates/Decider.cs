namespace Patterns.Cqrs;

/// <summary>The rules of a kind of aggregate: which events a command leads to, and which state events lead to.</summary>
/// <remarks>
/// Pure: everything that the rules need is in the state or in the command, also the time and ids. A command may be decided several
/// times, each time on the state as it is then, and events are folded at every load.
/// </remarks>
/// <typeparam name="TState">The state, best immutable. It never leaves the command side, so that it has what the rules need and no more.</typeparam>
/// <typeparam name="TCommand">What is asked for.</typeparam>
/// <typeparam name="TEvent">What happened.</typeparam>
public abstract class Decider<TState, TCommand, TEvent>
{
    /// <summary>The state of an aggregate to which nothing has happened yet.</summary>
    public abstract TState Initial { get; }

    /// <summary>The events that a command leads to, in order; none when there is nothing to do.</summary>
    /// <exception cref="CommandRefusedException">A rule says no.</exception>
    public abstract IEnumerable<TEvent> Decide(TState state, TCommand command);

    /// <summary>The state after an event. It happened: there is nothing to refuse.</summary>
    public abstract TState Evolve(TState state, TEvent happened);

    /// <summary>The state after events, for tests and for readers that have them all.</summary>
    public TState Fold(TState state, IEnumerable<TEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate(state, Evolve);
    }
}
