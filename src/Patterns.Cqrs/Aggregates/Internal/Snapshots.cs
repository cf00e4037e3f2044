using System.Text.Json;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Keeps one state of each aggregate. Whatever goes wrong costs time, and nothing else.</summary>
internal sealed class Snapshots<TState>(ITable table, AggregateLayout layout, SnapshotOptions<TState> options, AggregateMeter meter, TimeProvider time)
{
    /// <summary>The snapshot; null when there is none that can be used.</summary>
    public async ValueTask<Aggregate<TState>?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var item = await table.GetAsync(layout.Snapshot(id, options.Name), cancellationToken).ConfigureAwait(false);
        return item is not null && item[ItemNames.Schema] == options.Schema ? Read(id, item) : null;
    }

    /// <summary>Writes the state if there were events enough since the last snapshot. It must be one that is in the table.</summary>
    public async ValueTask SaveIfDueAsync(Aggregate<TState> aggregate, long eventsSince, CancellationToken cancellationToken)
    {
        if (eventsSince < options.Every)
        {
            return;
        }

        try
        {
            await SaveAsync(aggregate, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Whatever it is, a state that JSON cannot hold as well: the events are stored, and the command has had its effect.
            meter.CountSnapshotFailed();
        }
    }

    private async ValueTask SaveAsync(Aggregate<TState> aggregate, CancellationToken cancellationToken)
    {
        var item = layout.Item(
            layout.Snapshot(aggregate.Id, options.Name),
            ItemNames.SnapshotKind,
            aggregate.Id,
            aggregate.Version,
            time.GetUtcNow(),
            [new(ItemNames.Schema, options.Schema), new(ItemNames.Data, JsonSerializer.Serialize(aggregate.State, options.Json))]);
        if (AggregateLayout.SizeOf(item) > ServiceLimits.DynamoDbItemBytes)
        {
            meter.CountSnapshotFailed();
            return;
        }

        // Of two that come at the same time, the older one loses.
        var isNewer = TableCondition.ItemMissing
            | TableCondition.NotEqual(ItemNames.Schema, options.Schema)
            | TableCondition.Less(ItemNames.Version, aggregate.Version);
        await table.PutAsync(item, cancellationToken, isNewer).ConfigureAwait(false);
    }

    private Aggregate<TState>? Read(string id, TableItem item)
    {
        try
        {
            var state = JsonSerializer.Deserialize(ItemReading.Text(item, ItemNames.Data), options.Json) ?? throw new JsonException("The state is null.");
            return new Aggregate<TState>(id, ItemReading.Number(item, ItemNames.Version), state);
        }
        catch (Exception)
        {
            // Also what the state's own constructor throws: the events are there to be folded.
            meter.CountSnapshotFailed();
            return null;
        }
    }
}
