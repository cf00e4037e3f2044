namespace Patterns.FanOut;

/// <summary>Remembers which destinations already have a message.</summary>
/// <remarks>Safe for use by several callers at a time. Entries may be forgotten when no retry of the message can come any more.</remarks>
public interface IDeliveryLedger
{
    /// <summary>The names of the destinations that have the message.</summary>
    ValueTask<IReadOnlyCollection<string>> FindAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>Adds destinations that have the message now; those that are noted already stay.</summary>
    ValueTask NoteAsync(string messageId, IReadOnlyCollection<string> destinations, CancellationToken cancellationToken);
}
