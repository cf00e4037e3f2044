using System.Collections.Concurrent;

namespace Patterns.FanOut.Tests.FanOut;

internal sealed class MemoryLedger : IDeliveryLedger
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _notes = new();

    public ValueTask<IReadOnlyCollection<string>> FindAsync(string messageId, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyCollection<string>>(_notes.TryGetValue(messageId, out var names) ? names : []);

    public ValueTask NoteAsync(string messageId, IReadOnlyCollection<string> destinations, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _notes.AddOrUpdate(messageId, _ => [.. destinations], (_, names) => [.. names, .. destinations]);
        return ValueTask.CompletedTask;
    }
}
