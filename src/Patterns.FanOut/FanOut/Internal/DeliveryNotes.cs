namespace Patterns.FanOut.Internal;

/// <summary>What the ledger knows of one message; without a ledger, nothing.</summary>
internal sealed class DeliveryNotes(SharedLedger? ledger, string messageId, RecordContext context)
{
    private IReadOnlyCollection<string> _found = [];

    public async ValueTask<IReadOnlyList<RouteSender<TMessage>>> WithoutDeliveredAsync<TMessage>(IReadOnlyList<RouteSender<TMessage>> senders)
    {
        if (ledger is null)
        {
            return senders;
        }

        _found = await ledger.FindAsync(messageId, context.CancellationToken).ConfigureAwait(false);
        return [.. senders.Where(sender => !_found.Contains(sender.Name, StringComparer.Ordinal))];
    }

    /// <summary>Notes who has the message, also when the time for sending is over. A ledger that fails costs a second copy later.</summary>
    public async ValueTask NoteAsync(IReadOnlyList<RouteResult> results)
    {
        var delivered = results.Where(result => result.Failure is null).Select(result => result.Name).ToArray();
        if (ledger is null || delivered.Length == 0)
        {
            return;
        }

        try
        {
            await ledger.NoteAsync(new DeliveryNote(messageId, [.. _found.Union(delivered, StringComparer.Ordinal)]), context.GraceToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.NotNoted(context.Lambda.Logger, messageId, exception);
        }
    }
}
