using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>
/// One attempt to bring an aggregate's changes into one generation of a view. The position and the rows that follow from it are written in
/// one transaction, on the condition that both are as they were read: whatever comes twice, late or from two sides at once finds another position.
/// </summary>
internal sealed class ViewAttempt<TChange>(
    ViewProjection<TChange> projection,
    IChangeSource<TChange> source,
    string id,
    ProjectionMeter meter,
    CancellationToken cancellationToken)
{
    private readonly ViewLayout _layout = projection.Layout;
    private readonly TableKey _positionKey = projection.Layout.Position(projection.Version, source.AggregateType, id);
    private readonly Dictionary<ViewKey, FoundRow> _rows = [];
    private Position _position = Position.None;

    /// <summary>Brings in changes, and whatever is missing before them.</summary>
    /// <param name="changes">In the order of their versions, each once.</param>
    /// <returns>False when somebody else was faster.</returns>
    public async ValueTask<bool> RunAsync(IReadOnlyList<TChange> changes)
    {
        var planned = PlannedChanges.Of(projection, source, source.IsHistory ? changes : changes.TakeLast(1));
        await BeginAsync(planned).ConfigureAwait(false);
        var isNew = planned.After(_position.Version);
        meter.CountDuplicates(planned.Changes.Count - isNew.Changes.Count);
        if (isNew is { Changes.Count: 0, Failure: null })
        {
            return true;
        }

        return !source.IsHistory || isNew.Follow(_position.Version)
            ? await WriteAsync(isNew).ConfigureAwait(false)
            : await HealAsync(source.MarkOf(changes[^1]).Version).ConfigureAwait(false);
    }

    /// <summary>Brings in all that the aggregate has.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public async ValueTask<bool> CatchUpAsync()
    {
        await BeginAsync(new PlannedChanges([])).ConfigureAwait(false);
        while (await ReadAsync().ConfigureAwait(false) is { } missing)
        {
            if (!await WriteAsync(missing).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads the changes that are missing from where they are kept, up to one that is known to be there.</summary>
    private async ValueTask<bool> HealAsync(long version)
    {
        meter.CountHealed();
        while (_position.Version < version)
        {
            var missing = await ReadAsync().ConfigureAwait(false)
                ?? throw Failed("the stream has told of it, and the table of the aggregates does not have it.");
            if (!await WriteAsync(missing).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The next changes, up to one that cannot be read; null when there are none.</summary>
    private async ValueTask<PlannedChanges?> ReadAsync()
    {
        var changes = new List<TChange>();
        Exception? failure = null;
        try
        {
            await foreach (var change in source.ReadAsync(id, _position.Version, cancellationToken).ConfigureAwait(false))
            {
                changes.Add(change);
                if (changes.Count == ViewAttempt.MostChanges)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is EventTypeException or MissingEventException or FormatException or System.Text.Json.JsonException)
        {
            failure = exception;
        }

        if (changes.Count == 0 && failure is null)
        {
            return null;
        }

        var planned = PlannedChanges.Of(projection, source, changes);
        return planned.Failure is null ? planned with { Failure = failure } : planned;
    }

    /// <summary>Reads the position and the rows that are likely to be needed, in one request.</summary>
    private async ValueTask BeginAsync(PlannedChanges planned)
    {
        var keys = planned.Changes.SelectMany(change => change.Rows).Select(row => row.Key).Distinct().ToArray();
        var items = await projection.Table.GetManyAsync([_positionKey, .. keys.Select(RowKey)], cancellationToken).ConfigureAwait(false);
        _position = Position.Read(items[0]);
        Keep(keys, items.Skip(1));
    }

    private async ValueTask LoadAsync(IEnumerable<ViewKey> wanted)
    {
        ViewKey[] keys = [.. wanted.Where(key => !_rows.ContainsKey(key)).Distinct()];
        if (keys.Length > 0)
        {
            Keep(keys, await projection.Table.GetManyAsync([.. keys.Select(RowKey)], cancellationToken).ConfigureAwait(false));
        }
    }

    private void Keep(IEnumerable<ViewKey> keys, IEnumerable<TableItem?> items)
    {
        foreach (var (key, item) in keys.Zip(items))
        {
            _rows[key] = FoundRow.Read(item);
        }
    }

    private TableKey RowKey(ViewKey key) => _layout.Row(projection.Version, key);

    private async ValueTask<bool> WriteAsync(PlannedChanges planned)
    {
        for (var first = 0; first < planned.Changes.Count;)
        {
            var count = CountThatFit(planned.Changes, first);
            if (!await WriteAsync([.. planned.Changes.Skip(first).Take(count)]).ConfigureAwait(false))
            {
                return false;
            }

            first += count;
        }

        return planned.Failure is null ? true : throw Failed(planned.Failure);
    }

    /// <summary>How many changes come into one transaction: at least one.</summary>
    private static int CountThatFit(IReadOnlyList<PlannedChange> changes, int first)
    {
        var keys = new HashSet<ViewKey>();
        for (var index = first; index < changes.Count; index++)
        {
            keys.UnionWith(changes[index].Rows.Select(row => row.Key));
            if (keys.Count > ViewAttempt.MostRows && index > first)
            {
                return index - first;
            }
        }

        return changes.Count - first;
    }

    private async ValueTask<bool> WriteAsync(IReadOnlyList<PlannedChange> changes)
    {
        changes = projection.OwnsRows ? [WithRemovals(changes[^1])] : changes;
        await LoadAsync(changes.SelectMany(change => change.Rows).Select(row => row.Key)).ConfigureAwait(false);
        var (fold, count, failure) = Fold(changes);
        if (count > 0 && !await CommitAsync(fold, [.. changes.Take(count)]).ConfigureAwait(false))
        {
            return false;
        }

        return failure is null ? true : throw Failed(failure);
    }

    /// <summary>Adds the end of the rows of which the newest change does not speak any more.</summary>
    private PlannedChange WithRemovals(PlannedChange change)
    {
        var speaks = change.Rows.Select(row => row.Key).ToHashSet();
        var gone = _position.Rows.Where(row => row.IsThere && !speaks.Contains(row.Key)).Select(row => new RowChange(row.Key, static _ => null));
        return change with { Rows = [.. change.Rows, .. gone] };
    }

    /// <summary>Folds changes up to the first one that fails.</summary>
    private (RowFold Fold, int Count, Exception? Failure) Fold(IReadOnlyList<PlannedChange> changes)
    {
        var fold = new RowFold(projection.Read, _rows);
        for (var index = 0; index < changes.Count; index++)
        {
            try
            {
                fold.Add(changes[index]);
            }
            catch (Exception failure)
            {
                return (fold, index, failure);
            }
        }

        return (fold, changes.Count, null);
    }

    private async ValueTask<bool> CommitAsync(RowFold fold, IReadOnlyList<PlannedChange> changes)
    {
        var write = new ViewWrite(projection.Table, _layout, projection.Version, source.AggregateType, changes[^1].Mark);
        if (write.Add(fold, _rows, projection.Write) is { } failure)
        {
            // It may be one of them only, which the others need not wait for.
            return changes.Count == 1 ? throw Failed(failure) : await WriteInHalvesAsync(changes).ConfigureAwait(false);
        }

        if (!await write.CommitAsync(_positionKey, _position, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        _position = write.Position;
        foreach (var (key, row) in write.Rows)
        {
            _rows[key] = row;
        }

        meter.CountApplied(changes.Count);
        return true;
    }

    private async ValueTask<bool> WriteInHalvesAsync(IReadOnlyList<PlannedChange> changes) =>
        await WriteAsync([.. changes.Take(changes.Count / 2)]).ConfigureAwait(false)
        && await WriteAsync([.. changes.Skip(changes.Count / 2)]).ConfigureAwait(false);

    private ProjectionException Failed(Exception failure) =>
        new(projection.ViewName, source.AggregateType, id, _position.Version + 1, failure.Message, failure);

    private ProjectionException Failed(string reason) => new(projection.ViewName, source.AggregateType, id, _position.Version + 1, reason);
}
