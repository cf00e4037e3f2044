using System.Runtime.ExceptionServices;
using System.Text.Json;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>
/// One attempt to bring an aggregate's changes into one generation of a view. The position and the rows that follow from it are written in
/// one transaction, on the condition that both are as they were read: whatever comes twice, late or from two sides at once finds another position.
/// </summary>
internal sealed class ViewAttempt<TChange>(
    ViewProjection<TChange> projection,
    IChangeSource<TChange> source,
    ViewTask task,
    ProjectionMeter meter,
    TimeProvider time,
    CancellationToken cancellationToken)
{
    private readonly ViewLayout _layout = projection.Layout;
    private readonly TableKey _positionKey = projection.Layout.Position(projection.Version, source.AggregateType, task.Id);
    private readonly Dictionary<ViewKey, FoundRow> _rows = [];
    private Position _position = Position.None;

    /// <summary>Brings in changes, and whatever is missing before them; nothing behind them.</summary>
    /// <param name="changes">In the order of their versions, each once.</param>
    /// <returns>False when somebody else was faster.</returns>
    public async ValueTask<bool> RunAsync(IReadOnlyList<TChange> changes)
    {
        var asked = source.IsHistory ? changes : [changes[^1]];
        var planned = PlannedChanges.Of(projection, source, asked);
        await BeginAsync(planned).ConfigureAwait(false);
        var versions = asked.Select(change => source.MarkOf(change).Version).Where(version => version > _position.Version).ToArray();
        meter.CountDuplicates(asked.Count - versions.Length);
        if (versions.Length == 0)
        {
            return true;
        }

        var follows = versions[0] == _position.Version + 1 && versions[^1] == _position.Version + versions.Length;
        if (follows || !source.IsHistory)
        {
            return await WriteAsync(planned.After(_position.Version)).ConfigureAwait(false);
        }

        meter.CountHealed();
        return await FollowAsync(versions[^1], isKnown: true).ConfigureAwait(false);
    }

    /// <summary>Brings in all that the aggregate has, up to a version.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public async ValueTask<bool> CatchUpAsync(long upTo)
    {
        await BeginAsync(new PlannedChanges([])).ConfigureAwait(false);
        return _position.Version >= upTo || await FollowAsync(upTo, isKnown: false).ConfigureAwait(false);
    }

    /// <summary>Reads changes from where they are kept, and brings them in.</summary>
    /// <param name="upTo">The last version that is wanted: what was stored later may not be in a generation that is being built.</param>
    /// <param name="isKnown">Whether it is known to be there.</param>
    private async ValueTask<bool> FollowAsync(long upTo, bool isKnown)
    {
        var changes = source.ReadAsync(task.Id, _position.Version, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (changes.ConfigureAwait(false))
        {
            while (await ReadAsync(changes, upTo).ConfigureAwait(false) is { } next)
            {
                if (!await WriteAsync(next).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }

        return !isKnown || _position.Version >= upTo ? true : throw Failed("the stream has told of it, and the table of the aggregates does not have it.");
    }

    /// <summary>The next changes, up to one that cannot be read; null when there are none.</summary>
    private async ValueTask<PlannedChanges?> ReadAsync(IAsyncEnumerator<TChange> reader, long upTo)
    {
        var changes = new List<TChange>();
        Exception? failure = null;
        try
        {
            while (changes.Count < ViewAttempt.MostChanges && await reader.MoveNextAsync().ConfigureAwait(false) && IsWanted(reader.Current, upTo))
            {
                changes.Add(reader.Current);
            }
        }
        catch (Exception exception) when (exception is EventTypeException or MissingEventException or FormatException or JsonException)
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

    private bool IsWanted(TChange change, long upTo) => source.MarkOf(change).Version <= upTo;

    /// <summary>Reads the position and the rows that are likely to be needed, in one request.</summary>
    private async ValueTask BeginAsync(PlannedChanges planned)
    {
        var keys = planned.Changes.SelectMany(change => change.Rows).Select(row => row.Key).Distinct().ToArray();
        var items = await projection.Table.GetManyAsync([_positionKey, .. keys.Select(RowKey)], cancellationToken).ConfigureAwait(false);
        Keep(keys, [.. items.Skip(1)], items[0]);
    }

    private async ValueTask LoadAsync(IEnumerable<ViewKey> wanted)
    {
        ViewKey[] keys = [.. wanted.Where(key => !_rows.ContainsKey(key)).Distinct()];
        if (keys.Length > 0)
        {
            Keep(keys, await projection.Table.GetManyAsync([.. keys.Select(RowKey)], cancellationToken).ConfigureAwait(false));
        }
    }

    private void Keep(ViewKey[] keys, IReadOnlyList<TableItem?> items, TableItem? position = null)
    {
        try
        {
            _position = position is null ? _position : Position.Read(position);
            foreach (var (key, item) in keys.Zip(items))
            {
                _rows[key] = FoundRow.Read(item);
            }
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            throw Failed(failure);
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

        switch (planned.Failure)
        {
            case null:
                return true;
            case MissingEventException missing: // it may be one of a transaction that is just taking effect
                ExceptionDispatchInfo.Throw(missing);
                return false;
            default:
                throw Failed(planned.Failure);
        }
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
        var fold = new RowFold(projection.View.ReadRow, _rows);
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
        if (write.Add(fold, _rows, projection.View.WriteRow) is { } failure)
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

        meter.CountApplied(changes, task.IsLive, time.GetUtcNow());
        return true;
    }

    private async ValueTask<bool> WriteInHalvesAsync(IReadOnlyList<PlannedChange> changes) =>
        await WriteAsync([.. changes.Take(changes.Count / 2)]).ConfigureAwait(false)
        && await WriteAsync([.. changes.Skip(changes.Count / 2)]).ConfigureAwait(false);

    private ProjectionException Failed(Exception failure) =>
        new(projection.ViewName, source.AggregateType, task.Id, _position.Version + 1, failure.Message, failure);

    private ProjectionException Failed(string reason) => new(projection.ViewName, source.AggregateType, task.Id, _position.Version + 1, reason);
}
