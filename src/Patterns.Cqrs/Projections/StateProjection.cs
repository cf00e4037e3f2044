using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Makes a view from states: each row belongs to one aggregate, and is what its newest state says.</summary>
/// <remarks>
/// Pure: the same state gives the same rows. Not every state is seen, since only the newest one counts. An exception is a mistake of this code:
/// the aggregate's rows stay as they are until it is corrected.
/// </remarks>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TView">What a row has, best immutable.</typeparam>
public abstract class StateProjection<TState, TView> : ViewProjection<StoredState<TState>>
    where TState : notnull
    where TView : class
{
    /// <summary>Makes a projection.</summary>
    /// <param name="view">The view.</param>
    /// <param name="version">Its version. Default: 1.</param>
    protected StateProjection(ViewStore<TView> view, int version = 1)
        : base(view, version)
    {
    }

    internal sealed override bool OwnsRows => true;

    /// <summary>
    /// The aggregate's rows: at most 22, and none that another aggregate has, too. Those that it had before and that are not among them are
    /// removed.
    /// </summary>
    /// <param name="change">The newest state; never a deleted one, which has no rows.</param>
    protected abstract IEnumerable<KeyValuePair<ViewKey, TView>> RowsOf(StoredState<TState> change);

    internal sealed override IEnumerable<RowChange> Plan(StoredState<TState> change) =>
        change.IsDeleted ? [] : RowsOf(change).Select(row => new RowChange(row.Key, _ => row.Value));
}
