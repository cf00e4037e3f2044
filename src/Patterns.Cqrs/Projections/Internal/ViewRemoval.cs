using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Deletes what a generation has that nobody reads any more.</summary>
internal sealed class ViewRemoval(ITable table, ViewLayout layout, int generation, string aggregateType)
{
    private const int ItemsAtATime = 100;

    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        await new ViewControls(table, layout).ChangeAsync(aggregateType, Retire, cancellationToken).ConfigureAwait(false);
        for (var shard = 0; shard < ViewLayout.Shards; shard++)
        {
            // An entry goes last, since by it its row is found.
            await DeleteAsync(layout.Entries(generation, shard), entry => layout.Row(generation, ViewEntry.KeyOf(entry)), cancellationToken).ConfigureAwait(false);
            await DeleteAsync(layout.Entries(generation, shard), entry => entry.Key, cancellationToken).ConfigureAwait(false);
            await DeleteAsync(layout.Positions(generation, aggregateType, shard), position => position.Key, cancellationToken).ConfigureAwait(false);
        }
    }

    private ViewControl Retire(ViewControl control)
    {
        if (control.IsKept(generation))
        {
            throw new InvalidOperationException($"Version {generation} of view '{layout.Name}' is {(control.Live == generation ? "live" : "being built")}; only others can be deleted.");
        }

        return generation >= 1 && generation <= Math.Max(control.Retired, Math.Max(control.Live, control.Building))
            ? control with { Retired = Math.Max(control.Retired, generation) }
            : throw new InvalidOperationException($"There never was a version {generation} of view '{layout.Name}'.");
    }

    private async ValueTask DeleteAsync(TableQuery query, Func<TableItem, TableKey> keyOf, CancellationToken cancellationToken)
    {
        var writes = new List<TableWrite>();
        await foreach (var item in table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            writes.Add(new TableDelete(keyOf(item)));
            if (writes.Count == ItemsAtATime)
            {
                await table.WriteManyAsync(writes, cancellationToken).ConfigureAwait(false);
                writes.Clear();
            }
        }

        if (writes.Count > 0)
        {
            await table.WriteManyAsync(writes, cancellationToken).ConfigureAwait(false);
        }
    }
}
