using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Singleton;

/// <summary>
/// A table that takes an owner's writes only while no later owner has written the item: each item remembers the greatest token
/// that wrote it, and refuses smaller ones.
/// </summary>
/// <remarks>
/// <para>
/// Guarantee: the tokens that write an item never decrease, also when an owner was frozen beyond its lease. The order is that
/// of each item by itself; for writes that must end for all items as soon as a later owner exists, add <see cref="Lease.Check"/> to a
/// transaction. The table may be in another account or Region than the lease.
/// </para>
/// <para>
/// The token is the item's attribute <see cref="TokenAttribute"/>. Everybody must write through a fenced table. A fenced item
/// cannot be deleted, since its token would be forgotten: let it expire, long after the last owner that may be frozen.
/// </para>
/// </remarks>
public sealed class FencedTable : ITable
{
    /// <summary>The attribute in which an item keeps the token: <c>fence</c>.</summary>
    public const string TokenAttribute = "fence";

    private const int Parallelism = 10;

    private readonly ITable _table;
    private readonly Lease _lease;
    private readonly TableCondition _notNewer;

    /// <summary>Puts a fence before a table, for the owner of a lease.</summary>
    public FencedTable(ITable table, Lease lease)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(lease);
        _table = table;
        _lease = lease;
        _notNewer = TableCondition.Missing(TokenAttribute) | TableCondition.LessOrEqual(TokenAttribute, lease.Token);
    }

    /// <inheritdoc/>
    public string Name => _table.Name;

    /// <inheritdoc/>
    public ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken) => _table.GetAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        _table.GetManyAsync(keys, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken) => _table.QueryAsync(query, cancellationToken);

    /// <summary>Writes one item, if its condition holds and no later owner has written it.</summary>
    /// <exception cref="LeaseLostException">The lease is not held any more, or a later owner has written the item; nothing was written.</exception>
    /// <exception cref="ArgumentException">The write is a delete or a check, is for another table, or names <see cref="TokenAttribute"/>.</exception>
    /// <exception cref="TableException">The write was not possible.</exception>
    public async ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        TableArguments.CheckWrite(write, this);
        ThrowIfLost();
        var result = await _table.WriteAsync(Fenced(write), cancellationToken).ConfigureAwait(false);
        if (!result.Applied)
        {
            ThrowIfNewer(result.Item);
        }

        return result;
    }

    /// <summary>Puts any number of items, each by itself, in a request for each.</summary>
    /// <exception cref="LeaseLostException">The lease is not held any more, or a later owner has written one of the items; others may be written.</exception>
    /// <exception cref="ArgumentException">A write is no put, has a condition, or names <see cref="TokenAttribute"/>, or a key appears twice.</exception>
    /// <exception cref="TableException">Some of the writes were not possible; any of them may have taken effect.</exception>
    public async ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        TableArguments.CheckWrites(writes, this);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(writes, parallel, async (write, token) => await WriteAsync(write, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Writes all items or none, if all conditions hold and no later owner has written one of them.</summary>
    /// <exception cref="LeaseLostException">The lease is not held any more, or a later owner has written one of the items; nothing was written.</exception>
    /// <exception cref="ArgumentException">A write of this table is a delete or names <see cref="TokenAttribute"/>, or the transaction is none that a table takes.</exception>
    /// <exception cref="TableException">The transaction was not possible.</exception>
    public async ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken)
    {
        TableArguments.CheckTransaction(writes, token, this);
        ThrowIfLost();
        var result = await _table.TransactAsync([.. writes.Select(FencedIfOwn)], token, cancellationToken).ConfigureAwait(false);
        foreach (var refusal in result.Refusals)
        {
            (writes[refusal.Index].Table as FencedTable ?? this).ThrowIfNewer(refusal.Item);
        }

        return result;
    }

    private TableWrite FencedIfOwn(TableWrite write) => write.Table switch
    {
        null => Fenced(write),
        FencedTable fenced => fenced.Fenced(write) with { Table = fenced._table },
        _ => write,
    };

    private TableWrite Fenced(TableWrite write)
    {
        TableArguments.CheckNames(write, TokenAttribute);
        var condition = write.Condition is { } own ? own & _notNewer : _notNewer;
        return write switch
        {
            TablePut put => new TablePut(WithToken(put.Item)) { Condition = condition },
            TableUpdate update => update.Set(TokenAttribute, _lease.Token) with { Condition = condition, Table = null },
            TableDelete => throw new ArgumentException(
                $"The item {write.Key} is fenced and cannot be deleted, since its token would be forgotten; set {nameof(TableItem.ExpiresAt)} instead.",
                nameof(write)),
            _ => write with { Table = null },
        };
    }

    private TableItem WithToken(TableItem item) =>
        new(item.Key, item.Attributes) { [TokenAttribute] = _lease.Token, ExpiresAt = item.ExpiresAt };

    private void ThrowIfLost()
    {
        if (!_lease.IsHeld)
        {
            throw new LeaseLostException(_lease.Name, _lease.Token);
        }
    }

    private void ThrowIfNewer(TableItem? found)
    {
        if (found?[TokenAttribute] is { Kind: TableValueKind.Number } token && token.GetInt64() > _lease.Token)
        {
            throw new LeaseLostException(_lease.Name, _lease.Token);
        }
    }
}
