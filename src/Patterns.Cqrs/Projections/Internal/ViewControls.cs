using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Reads and changes which generations of a view there are, one change at a time.</summary>
internal sealed class ViewControls(ITable table, ViewLayout layout)
{
    public async ValueTask<ViewControl> ReadAsync(CancellationToken cancellationToken) =>
        ViewControl.Read(await table.GetAsync(layout.Control, cancellationToken).ConfigureAwait(false));

    /// <summary>The generations; the first one is live if there was none.</summary>
    /// <exception cref="InvalidOperationException">The view is made of another type of aggregate.</exception>
    public async ValueTask<ViewControl> ReadOrBeginAsync(string aggregateType, int first, CancellationToken cancellationToken)
    {
        var control = Checked(await ReadAsync(cancellationToken).ConfigureAwait(false), aggregateType);
        return control.Live != 0
            ? control
            : await ChangeAsync(aggregateType, found => found.Live != 0 ? found : found with { Live = first }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes what is there, however often others do so meanwhile. What the function throws ends it.</summary>
    /// <exception cref="InvalidOperationException">The view is made of another type of aggregate.</exception>
    public async ValueTask<ViewControl> ChangeAsync(string aggregateType, Func<ViewControl, ViewControl> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = Checked(await ReadAsync(cancellationToken).ConfigureAwait(false), aggregateType);
            var after = change(before) with { AggregateType = aggregateType };
            if (after == before || await TryWriteAsync(before, after, cancellationToken).ConfigureAwait(false))
            {
                return after;
            }
        }
    }

    private ViewControl Checked(ViewControl control, string aggregateType) => control.AggregateType == aggregateType || control == ViewControl.None
        ? control
        : throw new InvalidOperationException($"View '{layout.Name}' is made of '{control.AggregateType}'; a view is made of one type of aggregate, and not of '{aggregateType}' as well.");

    private async ValueTask<bool> TryWriteAsync(ViewControl before, ViewControl after, CancellationToken cancellationToken)
    {
        var result = await table.PutAsync(after.ToItem(layout.Control, layout.Name), cancellationToken, before.IsUnchanged).ConfigureAwait(false);
        return result.Applied;
    }
}
