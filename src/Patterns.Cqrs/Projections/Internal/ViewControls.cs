using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Reads and changes which generations of a view there are, one change at a time.</summary>
internal sealed class ViewControls(ITable table, ViewLayout layout)
{
    public async ValueTask<ViewControl> ReadAsync(CancellationToken cancellationToken) =>
        ViewControl.Read(await table.GetAsync(layout.Control, cancellationToken).ConfigureAwait(false));

    /// <summary>The generations; the first one is live if there was none.</summary>
    public async ValueTask<ViewControl> ReadOrBeginAsync(int first, CancellationToken cancellationToken)
    {
        var control = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return control.Live != 0 ? control : await ChangeAsync(found => found.Live != 0 ? found : found with { Live = first }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes what is there, however often others do so meanwhile. What the function throws ends it.</summary>
    public async ValueTask<ViewControl> ChangeAsync(Func<ViewControl, ViewControl> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await ReadAsync(cancellationToken).ConfigureAwait(false);
            var after = change(before);
            if (after == before || await TryWriteAsync(before, after, cancellationToken).ConfigureAwait(false))
            {
                return after;
            }
        }
    }

    private async ValueTask<bool> TryWriteAsync(ViewControl before, ViewControl after, CancellationToken cancellationToken)
    {
        var item = new TableItem(layout.Control)
        {
            [ItemNames.Kind] = ViewItemNames.ControlKind,
            [ViewItemNames.View] = layout.Name,
            [ViewItemNames.Live] = after.Live,
            [ViewItemNames.Building] = after.Building,
            [ViewItemNames.Retired] = after.Retired,
        };
        var isUnchanged = before == ViewControl.None
            ? TableCondition.ItemMissing
            : TableCondition.Equal(ViewItemNames.Live, before.Live)
                & TableCondition.Equal(ViewItemNames.Building, before.Building)
                & TableCondition.Equal(ViewItemNames.Retired, before.Retired);
        var result = await table.PutAsync(item, cancellationToken, isUnchanged).ConfigureAwait(false);
        return result.Applied;
    }
}
