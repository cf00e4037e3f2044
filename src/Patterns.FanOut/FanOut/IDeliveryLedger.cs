namespace Patterns.FanOut;

/// <summary>Remembers which destinations already have a message.</summary>
/// <remarks>
/// <para>
/// A handler asks and notes for many messages in one call: records that run in parallel share their calls. Implementations are
/// safe for use by several callers at a time. Entries may be forgotten when no retry of the message can come any more.
/// </para>
/// <para>A ledger belongs to one handler, or has a scope of its own for each: two handlers may give routes the same names.</para>
/// </remarks>
public interface IDeliveryLedger
{
    /// <summary>The names of the destinations that have each message, in the order of the ids; empty for one that nobody has.</summary>
    /// <param name="messageIds">At least one id; all distinct.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask<IReadOnlyList<IReadOnlyCollection<string>>> FindAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken);

    /// <summary>Notes who has the messages now.</summary>
    /// <param name="notes">At least one note; all of distinct messages. Each replaces or extends what is noted of its message.</param>
    /// <param name="cancellationToken">Ends the waiting; some of the notes may have been written.</param>
    ValueTask NoteAsync(IReadOnlyList<DeliveryNote> notes, CancellationToken cancellationToken);
}
