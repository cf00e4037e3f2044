using Patterns.Cqrs.Internal;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>
/// How a view is made from the changes of aggregates: derive from <see cref="Projection{TEvent, TView}"/> or
/// <see cref="StateProjection{TState, TView}"/>.
/// </summary>
/// <typeparam name="TChange">A <see cref="StoredEvent{TEvent}"/> or a <see cref="StoredState{TState}"/>.</typeparam>
public abstract class ViewProjection<TChange>
{
    private protected ViewProjection(ViewStore view, int version)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        (View, Version) = (view, version);
    }

    /// <summary>The view's name.</summary>
    public string ViewName => View.Name;

    /// <summary>
    /// The version of what the view has and of how it is made. Each version has rows of its own: count it up when one of them changes, and
    /// rebuild.
    /// </summary>
    public int Version { get; }

    internal ViewStore View { get; }

    internal ITable Table => View.Table;

    internal ViewLayout Layout => View.Layout;

    /// <summary>Whether each row is of one aggregate, so that rows of which the newest change does not speak are to go.</summary>
    internal abstract bool OwnsRows { get; }

    internal abstract IEnumerable<RowChange> Plan(TChange change);
}
