using Patterns.Limits;

namespace Patterns.Tables;

/// <summary>What every implementation of <see cref="ITable"/> refuses before it asks its store: calls that can never succeed.</summary>
public static class TableArguments
{
    /// <summary>The longest token of a transaction: 36 characters.</summary>
    public const int TokenLength = 36;

    /// <summary>Checks a key.</summary>
    /// <exception cref="ArgumentException">It is not set.</exception>
    public static void CheckKey(TableKey key)
    {
        if (key == default)
        {
            throw new ArgumentException("The key has no parts.", nameof(key));
        }
    }

    /// <summary>Checks the keys of <see cref="ITable.GetManyAsync"/>.</summary>
    /// <exception cref="ArgumentException">A key is not set or appears twice.</exception>
    public static void CheckKeys(IReadOnlyList<TableKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var seen = new HashSet<TableKey>(keys.Count);
        foreach (var key in keys)
        {
            CheckKey(key);
            if (!seen.Add(key))
            {
                throw new ArgumentException($"The key {key} appears twice.", nameof(keys));
            }
        }
    }

    /// <summary>Checks a write of <see cref="ITable.WriteAsync"/>.</summary>
    /// <exception cref="ArgumentException">It is a check, or for another table.</exception>
    public static void CheckWrite(TableWrite write, ITable table)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(table);
        CheckKey(write.Key);
        if (write is TableCheck)
        {
            throw new ArgumentException($"The check of {write.Key} writes nothing; checks are for transactions.", nameof(write));
        }

        CheckTable(write, table);
    }

    /// <summary>Checks the writes of <see cref="ITable.WriteManyAsync"/>.</summary>
    /// <exception cref="ArgumentException">A write has a condition, is neither a put nor a delete, is for another table, or a key appears twice.</exception>
    public static void CheckWrites(IReadOnlyList<TableWrite> writes, ITable table)
    {
        ArgumentNullException.ThrowIfNull(writes);
        foreach (var write in writes)
        {
            ArgumentNullException.ThrowIfNull(write, nameof(writes));
            CheckTable(write, table);
            if (write.Condition is not null || write is not (TablePut or TableDelete))
            {
                throw new ArgumentException($"Only puts and deletes without conditions are written together; the write of {write.Key} is another.", nameof(writes));
            }
        }

        CheckKeys([.. writes.Select(write => write.Key)]);
    }

    /// <summary>Checks a transaction.</summary>
    /// <exception cref="ArgumentException">It has no writes or too many, an item appears twice, or the token is empty or too long.</exception>
    public static void CheckTransaction(IReadOnlyList<TableWrite> writes, string? token, ITable table)
    {
        ArgumentNullException.ThrowIfNull(writes);
        if (writes.Count is 0 or > ServiceLimits.DynamoDbTransactionActions)
        {
            throw new ArgumentException($"The transaction has {writes.Count} writes; 1 to {ServiceLimits.DynamoDbTransactionActions} are possible.", nameof(writes));
        }

        if (token is { Length: 0 or > TokenLength })
        {
            throw new ArgumentException($"The token has {token.Length} characters; 1 to {TokenLength} are possible.", nameof(token));
        }

        var seen = new HashSet<(ITable, TableKey)>(writes.Count);
        foreach (var write in writes)
        {
            ArgumentNullException.ThrowIfNull(write, nameof(writes));
            CheckKey(write.Key);
            if (!seen.Add((write.Table ?? table, write.Key)))
            {
                throw new ArgumentException($"The item {write.Key} appears twice in the transaction.", nameof(writes));
            }
        }
    }

    /// <summary>Checks a query.</summary>
    /// <exception cref="ArgumentException">The partition is empty, the limit is not positive, or a prefix and a range are both asked for.</exception>
    public static void CheckQuery(TableQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrEmpty(query.Partition, nameof(query));
        if (query.Limit <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(query), $"The limit is {query.Limit}; it is 1 or more, or null for all items.");
        }

        if (query.SortPrefix is not null && (query.SortFrom ?? query.SortTo) is not null)
        {
            throw new ArgumentException("A query has a prefix or a range, not both.", nameof(query));
        }
    }

    /// <summary>Checks that a write leaves alone the attributes in which the table keeps the key and the expiry.</summary>
    /// <exception cref="ArgumentException">The item, an action or the condition names one of <paramref name="reserved"/>.</exception>
    public static void CheckNames(TableWrite write, params ReadOnlySpan<string> reserved)
    {
        ArgumentNullException.ThrowIfNull(write);
        foreach (var name in reserved)
        {
            var isUsed = write switch
            {
                TablePut put => put.Item.Attributes.ContainsKey(name),
                TableUpdate update => update.Actions.Any(action => action.Attribute == name),
                _ => false,
            };
            if (isUsed || (write.Condition is { } condition && Names(condition, name)))
            {
                throw new ArgumentException($"The write of {write.Key} names the attribute '{name}', in which the table keeps the key or the expiry.", nameof(write));
            }
        }
    }

    private static void CheckTable(TableWrite write, ITable table)
    {
        if (write.Table is not null && !ReferenceEquals(write.Table, table))
        {
            throw new ArgumentException($"The write of {write.Key} is for the table {write.Table.Name}, not for {table.Name}; only a transaction spans tables.", nameof(write));
        }
    }

    private static bool Names(TableCondition condition, string name) =>
        condition.Attribute == name || condition.Operands.Any(operand => Names(operand, name));
}
