using System.Runtime.CompilerServices;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>A table in memory that keeps the contract of <see cref="ITable"/> and the limits of DynamoDB.</summary>
/// <remarks>Its changes are kept as a stream has them: feed them to a handler with <see cref="Events.DynamoDb"/>.</remarks>
/// <param name="name">The table's name.</param>
/// <param name="time">The clock by which items and tokens expire; null for the system's.</param>
public sealed class InMemoryTable(string name = "memory", TimeProvider? time = null) : ITable
{
    private readonly Lock _lock = new();
    private readonly Guid _order = Guid.NewGuid();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private TableState? _state;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>The attribute with the partition key, in the changes. Default: <c>pk</c>.</summary>
    public string PartitionKeyName { get; init; } = "pk";

    /// <summary>The attribute with the sort key, in the changes. Default: <c>sk</c>.</summary>
    public string SortKeyName { get; init; } = "sk";

    /// <summary>The attribute with the expiry, in the changes. Default: <c>expiresAt</c>.</summary>
    public string ExpiresAtName { get; init; } = "expiresAt";

    /// <summary>
    /// Asked for each transaction before it takes effect: whether another one holds an item of it, which is a retryable
    /// <see cref="TableException"/> that has not taken effect, as DynamoDB's <c>TransactionConflict</c> is. Default: none meets another one.
    /// </summary>
    public Func<IReadOnlyList<TableWrite>, bool> Conflicts { get; set; } = static _ => false;

    /// <summary>All items, by partition and sort key.</summary>
    public IReadOnlyList<TableItem> Items => Locked(static state => state.Items.All);

    /// <summary>The changes that were not taken yet, in the order in which they took effect.</summary>
    public IReadOnlyList<TableRecord> Changes => Locked(static state => state.Changes.Records);

    internal TableAttributeNames Names => new(PartitionKeyName, SortKeyName, ExpiresAtName);

    /// <summary>For a caller that holds the lock.</summary>
    internal TableState State => _state ??= new TableState(Name, Names);

    /// <summary>Takes the <see cref="Changes"/> away, as a reader of the stream that goes on.</summary>
    public IReadOnlyList<TableRecord> TakeChanges() => Locked(static state => state.Changes.Take());

    /// <summary>Deletes the items whose time has come, as DynamoDB does it some time later, and says how many.</summary>
    public int RemoveExpired()
    {
        var now = _time.GetUtcNow();
        return Locked(state =>
        {
            var expired = state.Items.All.Where(item => item.IsExpired(now)).ToArray();
            foreach (var item in expired)
            {
                state.Commit(item.Key, after: null, now, byExpiry: true);
            }

            return expired.Length;
        });
    }

    /// <inheritdoc/>
    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken)
    {
        TableArguments.CheckKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        TableState.CheckSize(key, new TableOperation(Name, "get", key));
        return ValueTask.FromResult(Locked(state => state.Items.Find(key)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        TableArguments.CheckKeys(keys);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var key in keys)
        {
            TableState.CheckSize(key, new TableOperation(Name, "get many", key));
        }

        return ValueTask.FromResult(Locked<IReadOnlyList<TableItem?>>(state => [.. keys.Select(state.Items.Find)]));
    }

    /// <inheritdoc/>
    public ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        TableArguments.CheckWrite(write, this);
        CheckNames(write);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Locked(state =>
        {
            var before = state.Items.Find(write.Key);
            if (!ConditionTest.Holds(write.Condition, before))
            {
                return new TableWriteResult(false, before);
            }

            var after = state.After(write, before);
            state.Commit(write.Key, after, _time.GetUtcNow());
            return new TableWriteResult(true, write is TableUpdate ? after : null);
        }));
    }

    /// <inheritdoc/>
    public ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        TableArguments.CheckWrites(writes, this);
        foreach (var write in writes)
        {
            CheckNames(write);
        }

        cancellationToken.ThrowIfCancellationRequested();
        Locked(state =>
        {
            foreach (var write in writes)
            {
                state.Commit(write.Key, state.After(write, before: null), _time.GetUtcNow());
            }

            return writes.Count;
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken)
    {
        TableArguments.CheckTransaction(writes, token, this);
        var tables = writes.Select(TableOf).Distinct().OrderBy(table => table._order).ToArray();
        foreach (var write in writes)
        {
            TableOf(write).CheckNames(write);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(WithLocks(tables, () => Conflicts(writes)
            ? throw new TableException($"{Name}: transact: TransactionConflict: Another transaction holds an item of this one.", isRetryable: true) { MayHaveTakenEffect = false }
            : new TransactionRun(Name, writes, TableOf, _time.GetUtcNow()).Run(token)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TableArguments.CheckQuery(query);
        cancellationToken.ThrowIfCancellationRequested();
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (var item in Locked(state => state.Items.Select(query)))
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

    private TResult Locked<TResult>(Func<TableState, TResult> action)
    {
        lock (_lock)
        {
            return action(State);
        }
    }

    private void CheckNames(TableWrite write) => TableArguments.CheckNames(write, PartitionKeyName, SortKeyName, ExpiresAtName);

    private InMemoryTable TableOf(TableWrite write) => write.Table is null
        ? this
        : write.Table as InMemoryTable ?? throw new ArgumentException($"{write.Table.Name} is not in the same store as {Name}.", nameof(write));
}
