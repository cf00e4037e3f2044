using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Makes projectors.</summary>
public static class Projector
{
    /// <summary>Makes a projector of events. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="events">Where the events are: what the stream did not tell of is read there.</param>
    /// <param name="projections">The views; several versions of one while it is rebuilt.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no projection, or one of the same view and version twice.</exception>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public static Projector<StoredEvent<TEvent>> Of<TEvent>(
        EventStore<TEvent> events,
        IReadOnlyList<ViewProjection<StoredEvent<TEvent>>> projections,
        ProjectorOptions? options = null)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(events);
        return new(new EventSource<TEvent>(events), projections, options);
    }

    /// <summary>Makes a projector of states. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="states">Where the states are.</param>
    /// <param name="projections">The views; several versions of one while it is rebuilt.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no projection, or one of the same view and version twice.</exception>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public static Projector<StoredState<TState>> Of<TState>(
        StateStore<TState> states,
        IReadOnlyList<ViewProjection<StoredState<TState>>> projections,
        ProjectorOptions? options = null)
        where TState : notnull
    {
        ArgumentNullException.ThrowIfNull(states);
        return new(new StateSource<TState>(states), projections, options);
    }
}
