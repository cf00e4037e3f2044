using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>Publishes what an aggregate has waiting, in order, up to the first message that cannot go yet.</summary>
internal sealed class OutboxPublisher
{
    // What a batch write of DynamoDB takes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html.
    private const int RowsInOneRemoval = 25;

    private readonly Outbox _outbox;
    private readonly OutboxRelayOptions _options;
    private readonly RouteSender<Envelope>[] _routes;
    private readonly DeadLetters _deadLetters;
    private readonly PublishedRows _published;

    public OutboxPublisher(Outbox outbox, OutboxRelayOptions options)
    {
        _outbox = outbox;
        _options = options;
        _routes = [.. options.Routes.Select(route => new RouteSender<Envelope>(route, options.Outbound))];
        _deadLetters = new DeadLetters(outbox, options);
        _published = new PublishedRows(outbox, options);
    }

    /// <param name="aggregate">The aggregate.</param>
    /// <param name="through">The sort key of the last row to publish; null for all.</param>
    /// <param name="context">The invocation, and its deadline.</param>
    /// <param name="tally">Counts what was published.</param>
    /// <exception cref="OperationCanceledException">Time ran out before all was tried.</exception>
    /// <exception cref="TableException">The table could not be read or written.</exception>
    public async Task DrainAsync(string aggregate, string? through, RecordContext context, Tally tally)
    {
        var finished = new List<TableItem>();
        try
        {
            await foreach (var item in _outbox.Table.QueryAsync(_outbox.Layout.RowsOf(aggregate, through), context.CancellationToken).ConfigureAwait(false))
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (!await PublishAsync(item, context, tally).ConfigureAwait(false))
                {
                    break;
                }

                finished.Add(item);
                await RemoveAsync(finished, RowsInOneRemoval, context).ConfigureAwait(false);
            }
        }
        finally
        {
            await RemoveAsync(finished, 1, context).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the row is finished, so that the next one may go.</summary>
    private async Task<bool> PublishAsync(TableItem item, RecordContext context, Tally tally)
    {
        OutboxRow row;
        try
        {
            row = OutboxRow.Read(item);
        }
        catch (FormatException unreadable)
        {
            await _deadLetters.ParkAsync(item, unreadable, context).ConfigureAwait(false);
            return true;
        }

        return !(row.NotBefore > _options.Time.GetUtcNow())
            && await new RowDelivery(row, _outbox.Table, _routes, _deadLetters, _options, context, tally).RunAsync().ConfigureAwait(false);
    }

    private async Task RemoveAsync(List<TableItem> finished, int least, RecordContext context)
    {
        if (finished.Count >= least)
        {
            TableItem[] rows = [.. finished];
            finished.Clear();
            await _published.RemoveAsync(rows, context.GraceToken).ConfigureAwait(false);
        }
    }
}
