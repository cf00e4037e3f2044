using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Makes a view from events: a fold of them for each row.</summary>
/// <remarks>
/// Pure: the same row and event give the same row, whenever and however often they are asked for. An exception is a mistake of this code: the
/// aggregate's changes stay out of the view from this event on, until it is corrected; nothing is skipped.
/// </remarks>
/// <typeparam name="TEvent">What all events of the aggregate have in common.</typeparam>
/// <typeparam name="TView">What a row has, best immutable.</typeparam>
public abstract class Projection<TEvent, TView> : ViewProjection<StoredEvent<TEvent>>
    where TEvent : notnull
    where TView : class
{
    /// <summary>Makes a projection.</summary>
    /// <param name="view">The view.</param>
    /// <param name="version">Its version. Default: 1.</param>
    protected Projection(ViewStore<TView> view, int version = 1)
        : base(view, version)
    {
    }

    internal sealed override bool OwnsRows => false;

    /// <summary>The rows into which an event comes; at most 45, each once. Default: one row, with the aggregate's id for its partition.</summary>
    protected virtual IEnumerable<ViewKey> KeysOf(StoredEvent<TEvent> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return [new ViewKey(change.AggregateId)];
    }

    /// <summary>The row after the event.</summary>
    /// <param name="row">The row as it is; null when there is none.</param>
    /// <param name="change">The event. Those of one aggregate come in their order; those of different ones in any.</param>
    /// <param name="key">Which row.</param>
    /// <returns>Null for no row.</returns>
    protected abstract TView? Apply(TView? row, StoredEvent<TEvent> change, ViewKey key);

    internal sealed override IEnumerable<RowChange> Plan(StoredEvent<TEvent> change) =>
        KeysOf(change).Select(key => new RowChange(key, row => Apply((TView?)row, change, key)));
}
