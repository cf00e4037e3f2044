namespace Patterns.FanOut.Internal;

/// <summary>A handler's ledger; records that run in parallel share its calls.</summary>
internal sealed class SharedLedger
{
    private readonly SharedRequests<string, IReadOnlyCollection<string>> _finds;
    private readonly SharedRequests<DeliveryNote, bool> _notes;

    public SharedLedger(IDeliveryLedger ledger)
    {
        _finds = new(async (ids, cancellationToken) => await FindAsync(ledger, ids, cancellationToken).ConfigureAwait(false));
        _notes = new(async (notes, cancellationToken) => await NoteAsync(ledger, notes, cancellationToken).ConfigureAwait(false));
    }

    public Task<IReadOnlyCollection<string>> FindAsync(string messageId, CancellationToken cancellationToken) =>
        _finds.AskAsync(messageId, cancellationToken);

    public Task NoteAsync(DeliveryNote note, CancellationToken cancellationToken) => _notes.AskAsync(note, cancellationToken);

    private static async Task<IReadOnlyList<IReadOnlyCollection<string>>> FindAsync(IDeliveryLedger ledger, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        string[] distinct = [.. ids.Distinct(StringComparer.Ordinal)];
        var found = await ledger.FindAsync(distinct, cancellationToken).ConfigureAwait(false);
        var byId = distinct.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return [.. ids.Select(id => byId[id])];
    }

    private static async Task<IReadOnlyList<bool>> NoteAsync(IDeliveryLedger ledger, IReadOnlyList<DeliveryNote> notes, CancellationToken cancellationToken)
    {
        var joined = notes
            .GroupBy(note => note.MessageId, StringComparer.Ordinal)
            .Select(group => new DeliveryNote(group.Key, [.. group.SelectMany(note => note.Destinations).Distinct(StringComparer.Ordinal)]));
        await ledger.NoteAsync([.. joined], cancellationToken).ConfigureAwait(false);
        return [.. notes.Select(_ => true)];
    }
}
