using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>Aggregates on their way from open to published.</summary>
internal sealed class Aggregates(StoreLayout layout)
{
    public DateTimeOffset Now => layout.Now;

    public async ValueTask<Head?> FindAsync(string correlationId, CancellationToken cancellationToken)
    {
        var item = await layout.Table.GetAsync(layout.HeadKey(correlationId), cancellationToken).ConfigureAwait(false);
        return item is null ? null : Head.From(correlationId, item);
    }

    /// <summary>An aggregate and one of its parts, null for each that is missing.</summary>
    public async ValueTask<(Head? Head, StoredPart? Part)> FindPartAsync(string correlationId, string partId, CancellationToken cancellationToken)
    {
        TableKey[] keys = [layout.HeadKey(correlationId), layout.PartKey(correlationId, partId)];
        var items = await layout.Table.GetManyAsync(keys, cancellationToken).ConfigureAwait(false);
        return (items[0] is { } head ? Head.From(correlationId, head) : null, items[1] is { } part ? StoredPart.From(part) : null);
    }

    /// <summary>The parts by their ids.</summary>
    public async ValueTask<List<StoredPart>> LoadPartsAsync(string correlationId, CancellationToken cancellationToken)
    {
        var parts = new List<StoredPart>();
        var query = new TableQuery(FanInKeys.Aggregate(layout.Name, correlationId)) { SortPrefix = FanInKeys.PartPrefix };
        await foreach (var item in layout.Table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            parts.Add(StoredPart.From(item));
        }

        return parts;
    }

    /// <summary>
    /// Ends the aggregate with the parts that it had when <paramref name="head"/> was read. Of all that try, one succeeds; the
    /// timer then is for resuming what that one does not bring to its end.
    /// </summary>
    /// <returns>The closed head, or null when the aggregate has changed meanwhile.</returns>
    public async ValueTask<Head?> TryCloseAsync(Head head, FanInOutcome outcome, CancellationToken cancellationToken)
    {
        var now = layout.Now;
        var owner = StoreLayout.NewToken();
        var due = now + layout.Options.ResumeAfter;
        var update = layout.UpdateHead(head, due)
            .Set(HeadNames.State, nameof(FanInState.Closed))
            .Set(HeadNames.Outcome, outcome.ToString())
            .Set(HeadNames.Owner, owner)
            .Set(HeadNames.ClosedAt, Moment.ToText(now));
        var condition = update.Condition! & TableCondition.Equal(HeadNames.Count, head.Count);
        TableWrite[] writes = [update with { Condition = condition }, .. layout.MoveTimer(head, due)];
        var isClosed = await WriteAsync(writes, cancellationToken, token: owner).ConfigureAwait(false);
        return isClosed ? head with { State = FanInState.Closed, Outcome = outcome, Timer = head.Timer with { Due = due } } : null;
    }

    public async ValueTask<FixedResult?> FindResultAsync(string correlationId, CancellationToken cancellationToken)
    {
        var item = await layout.Table.GetAsync(FanInKeys.Result(layout.Name, correlationId), cancellationToken).ConfigureAwait(false);
        return item is null ? null : FixedResult.From(correlationId, item);
    }

    /// <summary>Keeps the result for every publication; when another one is kept already, that one is returned.</summary>
    public async ValueTask<FixedResult> FixResultAsync(FixedResult result, CancellationToken cancellationToken)
    {
        var correlationId = result.Summary.CorrelationId;
        var item = result.ToItem(FanInKeys.Result(layout.Name, correlationId), layout.ExpiresAt);
        var written = await layout.PutFirstAsync(item, cancellationToken).ConfigureAwait(false);
        return written.Applied ? result : FixedResult.From(correlationId, written.Item!);
    }

    /// <summary>Ends a closed aggregate's timer. One that is published already stays so.</summary>
    public async ValueTask MarkPublishedAsync(Head head, CancellationToken cancellationToken)
    {
        var update = layout.UpdateHead(head, head.Timer.Due).Set(HeadNames.State, nameof(FanInState.Published));
        await WriteAsync([update, layout.DropTimer(head.CorrelationId, head.Timer)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Has the timer of an open aggregate stand at its deadline, also when it was there and is gone; false when the aggregate has
    /// changed meanwhile.
    /// </summary>
    public async ValueTask<bool> RearmAsync(Head head, CancellationToken cancellationToken) => head.Timer.Due == head.Deadline
        ? await RestoreTimerAsync(head, cancellationToken).ConfigureAwait(false)
        : await WriteAsync([layout.UpdateHead(head, head.Deadline), .. layout.MoveTimer(head, head.Deadline)], cancellationToken).ConfigureAwait(false);

    /// <summary>Puts the timer where the head says that it is; false when the aggregate has changed meanwhile.</summary>
    public ValueTask<bool> RestoreTimerAsync(Head head, CancellationToken cancellationToken) =>
        WriteAsync([layout.UpdateHead(head, head.Timer.Due), layout.SetTimer(head.CorrelationId, head.Timer)], cancellationToken);

    /// <summary>The aggregates of a shard whose timers are due, the longest due first.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="after">The timer behind which to begin; null to begin with the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<List<TableKey>> FindDueAsync(int shard, string? after, int most, CancellationToken cancellationToken)
    {
        var keys = new List<TableKey>();
        var query = new TableQuery(FanInKeys.Timers(layout.Name, shard))
        {
            SortFrom = after is null ? null : after + '\0',
            SortTo = Moment.ToText(layout.Now) + '~',
            Limit = most,
        };
        await foreach (var item in layout.Table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            keys.Add(item.Key);
        }

        return keys;
    }

    /// <summary>Takes away a timer that no aggregate has any more.</summary>
    public async ValueTask DropTimerAsync(TableKey timer, CancellationToken cancellationToken) =>
        await layout.Table.DeleteAsync(timer, cancellationToken).ConfigureAwait(false);

    private async ValueTask<bool> WriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken, string? token = null) =>
        (await layout.TransactAsync(writes, token ?? StoreLayout.NewToken(), cancellationToken).ConfigureAwait(false)).Committed;
}
