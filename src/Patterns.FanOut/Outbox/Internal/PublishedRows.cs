using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>Takes finished rows out of the way of those that wait; aggregates that finish at the same time share their requests.</summary>
internal sealed class PublishedRows
{
    private readonly Outbox _outbox;
    private readonly OutboxRelayOptions _options;
    private readonly SharedRequests<IReadOnlyList<TableItem>, bool> _removals;

    public PublishedRows(Outbox outbox, OutboxRelayOptions options)
    {
        _outbox = outbox;
        _options = options;
        _removals = new(async (rows, cancellationToken) => await RemoveAllAsync(rows, cancellationToken).ConfigureAwait(false));
    }

    public Task RemoveAsync(IReadOnlyList<TableItem> rows, CancellationToken cancellationToken) => _removals.AskAsync(rows, cancellationToken);

    private async Task<IReadOnlyList<bool>> RemoveAllAsync(IReadOnlyList<IReadOnlyList<TableItem>> removals, CancellationToken cancellationToken)
    {
        var rows = removals.SelectMany(removal => removal).DistinctBy(row => row.Key);
        await _outbox.Table.WriteManyAsync([.. rows.SelectMany(WritesFor)], cancellationToken).ConfigureAwait(false);
        return [.. removals.Select(_ => true)];
    }

    private IEnumerable<TableWrite> WritesFor(TableItem row)
    {
        if (_options.KeepPublished is { } period)
        {
            yield return new TablePut(new TableItem(_outbox.Layout.AsideKey(RowNames.Published, row.Key), row.Attributes)
            {
                [RowNames.State] = RowNames.Published,
                ExpiresAt = _options.Time.GetUtcNow() + period,
            });
        }

        yield return new TableDelete(row.Key);
    }
}
