namespace Patterns.Tables;

/// <summary>A key-value table whose key is two strings: a partition key and a sort key.</summary>
/// <remarks>
/// <para>Implementations are safe for use by several callers at a time. A read sees every write that ended before it began.</para>
/// <para>A condition that does not hold is a result, not an exception; what cannot be done at all is a <see cref="TableException"/>.</para>
/// </remarks>
public interface ITable
{
    /// <summary>The table's name, for errors and logs.</summary>
    string Name { get; }

    /// <summary>The item with the key, or null. An item whose time has come may still be there: see <see cref="TableItem.ExpiresAt"/>.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken);

    /// <summary>The items with the keys, in the order of the keys, null for each that is missing.</summary>
    /// <param name="keys">Any number of distinct keys; read in as few requests as the service allows, not at one moment.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">A key appears twice.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken);

    /// <summary>Writes one item, if its condition holds. A wrong kind, as a number added to a text, is a <see cref="TableException"/>.</summary>
    /// <exception cref="ArgumentException">The write is a check, is for another table, or names an attribute that the table needs for itself.</exception>
    /// <exception cref="TableException">The write was not possible; whether it took effect is unknown if <see cref="TableException.IsRetryable"/>.</exception>
    ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken);

    /// <summary>Puts and deletes any number of items, each by itself, in as few requests as the service allows.</summary>
    /// <param name="writes">Puts and deletes without conditions, of distinct keys.</param>
    /// <param name="cancellationToken">Ends the waiting; some of the writes may have taken effect.</param>
    /// <exception cref="ArgumentException">A write has a condition, is an update or a check, or a key appears twice.</exception>
    /// <exception cref="TableException">Some of the writes were not possible; any of them may have taken effect.</exception>
    ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken);

    /// <summary>Writes all items or none, if all conditions hold.</summary>
    /// <param name="writes">1 to <see cref="Limits.ServiceLimits.DynamoDbTransactionActions"/> writes of distinct items.</param>
    /// <param name="token">
    /// Identifies the transaction: the same one sent again within ten minutes takes effect once, and the same token with other
    /// writes is a <see cref="TableException"/>. At most 36 characters. Null makes a transaction that may take effect again when it is sent again.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; the transaction may have taken effect.</param>
    /// <exception cref="ArgumentException">
    /// There are no writes or too many, an item appears twice, a table belongs to another store, or the token is empty or too long.
    /// </exception>
    /// <exception cref="TableException">The transaction was not possible; whether it took effect is unknown if <see cref="TableException.IsRetryable"/>.</exception>
    ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken);

    /// <summary>The items of one partition in the order of their sort keys (by their UTF-8 bytes), read page by page as they are asked for.</summary>
    /// <exception cref="ArgumentException">The query has a prefix and a range, an empty partition, or a limit that is not positive.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken);
}
