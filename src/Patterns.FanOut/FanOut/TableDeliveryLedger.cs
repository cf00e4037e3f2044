using Patterns.Tables;

namespace Patterns.FanOut;

/// <summary>A ledger in a table: one item a message, which the table deletes when its time has come.</summary>
/// <remarks>
/// A call reads or writes all its messages in as few requests as the table allows. When one message is handled twice at the same
/// moment, the note that is written last stays; a destination that is missing from it gets a second copy should the message come
/// again.
/// </remarks>
public sealed class TableDeliveryLedger : IDeliveryLedger
{
    private const string Destinations = "destinations";
    private readonly ITable _table;
    private readonly string _scope;
    private readonly TableDeliveryLedgerOptions _options;

    /// <summary>Makes a ledger.</summary>
    /// <param name="table">Where the notes are; other things may be there, too.</param>
    /// <param name="scope">Keeps the notes of one handler apart from those of others, for example its name.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public TableDeliveryLedger(ITable table, string scope, TableDeliveryLedgerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(scope);
        _table = table;
        _scope = scope;
        _options = (options ?? new()).Validated();
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IReadOnlyCollection<string>>> FindAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messageIds);
        var items = await _table.GetManyAsync([.. messageIds.Select(KeyOf)], cancellationToken).ConfigureAwait(false);
        var now = _options.Time.GetUtcNow();
        return [.. items.Select(item => DestinationsIn(item, now))];
    }

    /// <inheritdoc/>
    public ValueTask NoteAsync(IReadOnlyList<DeliveryNote> notes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notes);
        var expiresAt = _options.Time.GetUtcNow() + _options.KeepFor;
        return _table.WriteManyAsync([.. notes.Where(note => note.Destinations.Count > 0).Select(note => Put(note, expiresAt))], cancellationToken);
    }

    private static IReadOnlyCollection<string> DestinationsIn(TableItem? item, DateTimeOffset now) =>
        item is null || item.IsExpired(now) ? [] : item[Destinations]!.GetStringSet();

    private TablePut Put(DeliveryNote note, DateTimeOffset expiresAt) => new(new TableItem(KeyOf(note.MessageId))
    {
        [Destinations] = TableValue.SetOf(note.Destinations),
        ExpiresAt = expiresAt,
    });

    private TableKey KeyOf(string messageId) => new($"delivered#{_scope}#{messageId}", "destinations");
}
