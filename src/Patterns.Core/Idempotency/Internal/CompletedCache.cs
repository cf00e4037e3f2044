using System.Diagnostics.CodeAnalysis;
using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>The keys that the process knows to be completed; the least recently used goes first.</summary>
/// <param name="size">How many there may be.</param>
internal sealed class CompletedCache(int size)
{
    // Larger results stay in the table, so that the number of entries bounds the memory.
    private const int LargestResult = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<TableKey, LinkedListNode<(TableKey Key, CompletedKey Value)>> _entries = [];
    private readonly LinkedList<(TableKey Key, CompletedKey Value)> _byUse = [];

    public bool TryGet(TableKey key, DateTimeOffset now, [NotNullWhen(true)] out CompletedKey? value)
    {
        value = null;
        if (size == 0)
        {
            return false;
        }

        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                return false;
            }

            _byUse.Remove(entry);
            if (entry.Value.Value.ExpiresAt <= now)
            {
                _entries.Remove(key);
                return false;
            }

            _byUse.AddFirst(entry);
            value = entry.Value.Value;
            return true;
        }
    }

    public void Add(TableKey key, CompletedKey value)
    {
        if (size == 0 || value.Result is { Length: > LargestResult })
        {
            return;
        }

        lock (_lock)
        {
            if (_entries.Remove(key, out var old))
            {
                _byUse.Remove(old);
            }
            else if (_entries.Count == size)
            {
                _entries.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }

            _entries.Add(key, _byUse.AddFirst((key, value)));
        }
    }
}
