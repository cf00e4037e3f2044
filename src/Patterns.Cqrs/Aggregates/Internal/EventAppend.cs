using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Makes the writes of an append, and refuses those that no table can take.</summary>
internal sealed class EventAppend<TEvent>(ITable table, AggregateLayout layout, EventTypes<TEvent> types, EventStoreOptions options)
    where TEvent : notnull
{
    /// <summary>Where the head is among the writes.</summary>
    public const int HeadIndex = 0;

    // The completion of a command's key and its entry in the journal may travel in the same transaction.
    private const int ReservedBytes = 2 * ServiceLimits.DynamoDbItemBytes;
    private const int MostBytes = ServiceLimits.DynamoDbTransactionBytes - ReservedBytes;

    public IReadOnlyList<TableWrite> Prepare(string id, long expectedVersion, IReadOnlyList<TEvent> events, EventMetadata? metadata)
    {
        layout.CheckId(id);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
        {
            throw new ArgumentException("There are no events to append.", nameof(events));
        }

        if (events.Count > options.MaxEventsPerAppend)
        {
            throw new AppendTooLargeException(layout.Type, id, $"{events.Count} events are appended at a time; at most {options.MaxEventsPerAppend} are possible.");
        }

        var at = options.Time.GetUtcNow();
        var items = events.Select((happened, index) => ToItem(id, expectedVersion + 1 + index, happened, metadata, at)).ToArray();
        TablePut[] writes =
        [
            PutHead(id, expectedVersion, expectedVersion + events.Count, at),
            .. items.Select(item => new TablePut(item) { Condition = TableCondition.ItemMissing, Table = table }),
            .. expectedVersion == 0 ? [layout.CatalogueEntry(id, at) with { Table = table }] : (TablePut[])[],
        ];
        CheckSizes(id, items, writes);
        return writes;
    }

    private TablePut PutHead(string id, long before, long after, DateTimeOffset at) => new(layout.Item(layout.Head(id), ItemNames.HeadKind, id, after, at))
    {
        Condition = before == 0 ? TableCondition.ItemMissing : TableCondition.Equal(ItemNames.Version, before),
        Table = table,
    };

    private TableItem ToItem(string id, long version, TEvent happened, EventMetadata? metadata, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var attributes = EventItem.Attributes(types.Of(happened), happened, metadata);
        return layout.Item(layout.Event(id, version), ItemNames.EventKind, id, version, at, attributes);
    }

    private void CheckSizes(string id, TableItem[] items, TablePut[] writes)
    {
        foreach (var item in items)
        {
            layout.CheckSize(item, id, $"The event {item[ItemNames.Version]!.GetInt64()} '{item[ItemNames.Type]!.GetString()}'");
        }

        var total = writes.Sum(write => AggregateLayout.SizeOf(write.Item));
        if (total > MostBytes)
        {
            throw new AppendTooLargeException(layout.Type, id, $"{items.Length} events have {total} bytes together; at most {MostBytes} are possible.");
        }
    }
}
