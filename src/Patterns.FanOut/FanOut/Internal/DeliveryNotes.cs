namespace Patterns.FanOut.Internal;

/// <summary>What the ledger knows of one message; without a ledger, nothing.</summary>
internal sealed class DeliveryNotes(IDeliveryLedger? ledger, string messageId)
{
    public async ValueTask<IReadOnlyList<RouteSender<TMessage>>> WithoutDeliveredAsync<TMessage>(
        IReadOnlyList<RouteSender<TMessage>> senders,
        CancellationToken cancellationToken)
    {
        if (ledger is null)
        {
            return senders;
        }

        var delivered = await ledger.FindAsync(messageId, cancellationToken).ConfigureAwait(false);
        return [.. senders.Where(sender => !delivered.Contains(sender.Name, StringComparer.Ordinal))];
    }

    public async ValueTask NoteAsync(IReadOnlyList<RouteResult> results, CancellationToken cancellationToken)
    {
        if (ledger is null)
        {
            return;
        }

        var delivered = results.Where(result => result.Failure is null).Select(result => result.Name).ToArray();
        if (delivered.Length > 0)
        {
            await ledger.NoteAsync(messageId, delivered, cancellationToken).ConfigureAwait(false);
        }
    }
}
