using System.Collections.Concurrent;

namespace Patterns.FanOut.Tests.FanOut;

internal sealed class MemoryLedger : IDeliveryLedger
{
    private readonly ConcurrentDictionary<string, IReadOnlyCollection<string>> _notes = new();
    private int _calls;

    /// <summary>How often the ledger was asked or told.</summary>
    public int Calls => _calls;

    public ValueTask<IReadOnlyList<IReadOnlyCollection<string>>> FindAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return ValueTask.FromResult<IReadOnlyList<IReadOnlyCollection<string>>>([.. messageIds.Select(id => _notes.GetValueOrDefault(id, []))]);
    }

    public ValueTask NoteAsync(IReadOnlyList<DeliveryNote> notes, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var note in notes)
        {
            _notes[note.MessageId] = note.Destinations;
        }

        return ValueTask.CompletedTask;
    }
}
