using System.Runtime.CompilerServices;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>A table in memory that keeps the contract of <see cref="ITable"/> and the limits of DynamoDB.</summary>
/// <param name="name">The table's name.</param>
public sealed class InMemoryTable(string name = "memory") : ITable
{
    private readonly Lock _lock = new();
    private readonly Guid _order = Guid.NewGuid();
    private readonly Dictionary<string, SortedDictionary<string, TableItem>> _partitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<TableWrite>> _tokens = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>All items, by partition and sort key.</summary>
    public IReadOnlyList<TableItem> Items
    {
        get
        {
            lock (_lock)
            {
                return [.. _partitions.OrderBy(partition => partition.Key, StringComparer.Ordinal).SelectMany(partition => partition.Value.Values)];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(Find(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<TableItem?>>([.. keys.Select(Find)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var before = Find(write.Key);
            if (!ConditionTest.Holds(write.Condition, before))
            {
                return ValueTask.FromResult(new TableWriteResult(false, before));
            }

            Apply(write);
            return ValueTask.FromResult(new TableWriteResult(true, write is TableUpdate ? Find(write.Key) : null));
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            foreach (var write in writes)
            {
                Apply(write);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        cancellationToken.ThrowIfCancellationRequested();
        if (writes.Count is 0 or > ServiceLimits.DynamoDbTransactionActions)
        {
            throw new TableException($"A transaction on {Name} has {writes.Count} writes; 1 to {ServiceLimits.DynamoDbTransactionActions} are possible.", isRetryable: false);
        }

        var tables = writes.Select(TableOf).Distinct().OrderBy(table => table._order).ToArray();
        return ValueTask.FromResult(WithLocks(tables, () => Transact(writes, token)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (var item in Select(query))
        {
            yield return item;
        }
    }

    private static TResult WithLocks<TResult>(ReadOnlySpan<InMemoryTable> tables, Func<TResult> action)
    {
        if (tables.IsEmpty)
        {
            return action();
        }

        lock (tables[0]._lock)
        {
            return WithLocks(tables[1..], action);
        }
    }

    private InMemoryTable TableOf(TableWrite write) => write.Table is null
        ? this
        : write.Table as InMemoryTable ?? throw new ArgumentException($"{write.Table.Name} is not in the same store as {Name}.", nameof(write));

    private TableTransactionResult Transact(IReadOnlyList<TableWrite> writes, string? token)
    {
        if (token is not null && _tokens.ContainsKey(token))
        {
            return TableTransactionResult.Success;
        }

        var refusals = new List<TableRefusal>();
        for (var index = 0; index < writes.Count; index++)
        {
            var before = TableOf(writes[index]).Find(writes[index].Key);
            if (!ConditionTest.Holds(writes[index].Condition, before))
            {
                refusals.Add(new TableRefusal(index, before));
            }
        }

        if (refusals.Count > 0)
        {
            return new TableTransactionResult(refusals);
        }

        foreach (var write in writes)
        {
            TableOf(write).Apply(write);
        }

        if (token is not null)
        {
            _tokens.Add(token, writes);
        }

        return TableTransactionResult.Success;
    }

    private List<TableItem> Select(TableQuery query)
    {
        lock (_lock)
        {
            IEnumerable<TableItem> items = _partitions.TryGetValue(query.Partition, out var partition) ? partition.Values : [];
            items = items.Where(item => IsInRange(item.Key.Sort, query));
            items = query.Descending ? items.Reverse() : items;
            return [.. items.Take(query.Limit ?? int.MaxValue)];
        }
    }

    private static bool IsInRange(string sort, TableQuery query) =>
        (query.SortPrefix is null || sort.StartsWith(query.SortPrefix, StringComparison.Ordinal))
        && (query.SortFrom is null || string.CompareOrdinal(sort, query.SortFrom) >= 0)
        && (query.SortTo is null || string.CompareOrdinal(sort, query.SortTo) <= 0);

    private TableItem? Find(TableKey key) => _partitions.GetValueOrDefault(key.Partition)?.GetValueOrDefault(key.Sort);

    private void Apply(TableWrite write)
    {
        switch (write)
        {
            case TablePut put:
                Store(put.Item);
                break;
            case TableUpdate update:
                Store(UpdateRules.Apply(update, Find(update.Key)));
                break;
            case TableDelete:
                _partitions.GetValueOrDefault(write.Key.Partition)?.Remove(write.Key.Sort);
                break;
        }
    }

    private void Store(TableItem item)
    {
        if (!_partitions.TryGetValue(item.Key.Partition, out var partition))
        {
            _partitions.Add(item.Key.Partition, partition = new SortedDictionary<string, TableItem>(StringComparer.Ordinal));
        }

        partition[item.Key.Sort] = item;
    }
}
