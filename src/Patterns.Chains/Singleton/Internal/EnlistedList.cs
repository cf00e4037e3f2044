using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>Writes that take effect together with the write of the lease's owner.</summary>
internal sealed class EnlistedList
{
    // The lease's item has a write of its own, and so has a record of the work.
    private const int Most = ServiceLimits.DynamoDbTransactionActions - 2;

    private readonly Lock _lock = new();
    private readonly List<TableWrite> _writes = [];

    public IReadOnlyList<TableWrite> Writes
    {
        get
        {
            lock (_lock)
            {
                return [.. _writes];
            }
        }
    }

    /// <exception cref="ArgumentException">There are too many, or the item is written already.</exception>
    public void Add(TableWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        lock (_lock)
        {
            if (_writes.Exists(other => other.Key == write.Key && other.Table == write.Table))
            {
                throw new ArgumentException($"A write of the item {write.Key} is enlisted already.", nameof(write));
            }

            if (_writes.Count == Most)
            {
                throw new ArgumentException($"{Most} writes are enlisted already, and a transaction takes no more.", nameof(write));
            }

            _writes.Add(write);
        }
    }
}
