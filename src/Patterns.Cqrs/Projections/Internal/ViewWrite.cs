using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>The transaction that brings changes into rows: the rows, their entries in the list of all, and the position.</summary>
internal sealed class ViewWrite(ITable table, ViewLayout layout, int generation, string aggregateType, ChangeMark last)
{
    // Leaves room for the names of the keys, which the table decides.
    private const int MostItemBytes = ServiceLimits.DynamoDbItemBytes - 256;
    private const int MostBytes = ServiceLimits.DynamoDbTransactionBytes - (64 * 1024);

    // Its key has the id of the aggregate, and the view's name.
    private const int MostPositionBytes = ServiceLimits.DynamoDbItemBytes - 4096;

    // What a row adds to the position and to the list of rows beside its data.
    private const int BytesOfKeys = 8 * 1024;

    private readonly List<TableWrite> _writes = [];
    private readonly List<PositionRow> _positionRows = [];
    private readonly string _revision = Guid.NewGuid().ToString("N");
    private int _bytes;

    /// <summary>The rows as they are when the transaction has taken effect.</summary>
    public Dictionary<ViewKey, FoundRow> Rows { get; } = [];

    /// <summary>The position then.</summary>
    public Position Position => new(last.Version, _positionRows);

    /// <summary>Adds what the rows have come to.</summary>
    /// <returns>Why they cannot be written; null when they can.</returns>
    public Exception? Add(RowFold fold, IReadOnlyDictionary<ViewKey, FoundRow> found, Func<object, string> write)
    {
        foreach (var (key, (value, change)) in fold.Rows)
        {
            try
            {
                Add(key, found[key], value is null ? null : write(value), change);
            }
            catch (Exception failure)
            {
                return failure;
            }
        }

        var position = Position.ToPut(layout.Control, layout.Name, Position.None, table).Item.GetSize();
        if (position > MostPositionBytes)
        {
            return new InvalidOperationException($"The keys of its rows have {position} bytes in the position; at most {MostPositionBytes} are possible.");
        }

        return _bytes <= MostBytes ? null : new InvalidOperationException($"Its rows have {_bytes} bytes together; at most {MostBytes} are possible.");
    }

    /// <returns>False when the position or a row is not as it was found.</returns>
    public async ValueTask<bool> CommitAsync(TableKey positionKey, Position before, CancellationToken cancellationToken)
    {
        // The token has it take effect once also when the table's adapter sends it again.
        var position = Position.ToPut(positionKey, layout.Name, before, table);
        var result = await table.TransactAsync([position, .. _writes], Guid.NewGuid().ToString(), cancellationToken).ConfigureAwait(false);
        return result.Committed;
    }

    private void Add(ViewKey key, FoundRow found, string? data, ChangeMark change)
    {
        var isChanged = data != found.Data;
        _bytes += BytesOfKeys;
        _positionRows.Add(new PositionRow(key.Partition, key.Sort, isChanged, data is not null, found.Revision));
        if (!isChanged)
        {
            // What the row came to depends on what was found all the same.
            _writes.Add(new TableCheck(layout.Row(generation, key), found.IsUnchanged));
        }
        else if (data is null)
        {
            _writes.Add(new TableDelete(layout.Row(generation, key)) { Condition = found.IsUnchanged });
            _writes.Add(new TableDelete(layout.Entry(generation, key)));
            Rows[key] = FoundRow.None;
        }
        else
        {
            Put(key, found, data, change);
        }
    }

    private void Put(ViewKey key, FoundRow found, string data, ChangeMark change)
    {
        var item = new TableItem(layout.Row(generation, key))
        {
            [ItemNames.Kind] = ViewItemNames.RowKind,
            [ViewItemNames.View] = layout.Name,
            [ViewItemNames.Generation] = generation,
            [ViewItemNames.Partition] = key.Partition,
            [ViewItemNames.Sort] = key.Sort,
            [ViewItemNames.Revision] = _revision,
            [ItemNames.Data] = data,
            [ItemNames.AggregateType] = aggregateType,
            [ItemNames.AggregateId] = change.AggregateId,
            [ItemNames.Version] = change.Version,
            [ItemNames.At] = Moment.ToText(change.At),
        };
        var bytes = item.GetSize();
        _bytes += bytes;
        if (bytes > MostItemBytes)
        {
            throw new InvalidOperationException($"The row '{key}' has {bytes} bytes as an item of the table; at most {MostItemBytes} are possible.");
        }

        _writes.Add(new TablePut(item) { Condition = found.IsUnchanged });
        Rows[key] = new FoundRow(data, _revision);
        if (found.Revision is null)
        {
            _writes.Add(new TablePut(new TableItem(layout.Entry(generation, key))
            {
                [ItemNames.Kind] = ViewItemNames.CatalogueKind,
                [ViewItemNames.Partition] = key.Partition,
                [ViewItemNames.Sort] = key.Sort,
            }));
        }
    }
}
