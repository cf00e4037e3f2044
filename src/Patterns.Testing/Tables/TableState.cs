using System.Text;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>What a table in memory holds. Its callers hold the table's lock.</summary>
internal sealed class TableState(string table, TableAttributeNames names)
{
    private const int PartitionKeyBytes = 2_048;
    private const int SortKeyBytes = 1_024;

    public StoredItems Items { get; } = new();

    public ChangeFeed Changes { get; } = new();

    public TransactionTokens Tokens { get; } = new();

    /// <summary>The item as the write makes it; null for none.</summary>
    /// <exception cref="TableException">The write is not possible.</exception>
    public TableItem? After(TableWrite write, TableItem? before)
    {
        var operation = TableOperation.Of(table, write);
        CheckSize(write.Key, operation);
        var after = write switch
        {
            TablePut put => put.Item,
            TableUpdate update => UpdateRules.Apply(update, before, operation),
            TableDelete => null,
            _ => before,
        };
        return after is null || ItemSize.Of(after, names) <= ServiceLimits.DynamoDbItemBytes
            ? after
            : throw operation.Refuse($"The item has {ItemSize.Of(after, names)} bytes; {ServiceLimits.DynamoDbItemBytes} are possible.");
    }

    public void Commit(TableKey key, TableItem? after, DateTimeOffset now, bool byExpiry = false)
    {
        Changes.Add(Items.Find(key), after, names, now, byExpiry);
        Items.Set(key, after);
    }

    /// <exception cref="TableException">A part of the key is too long.</exception>
    public static void CheckSize(TableKey key, TableOperation operation)
    {
        if (Encoding.UTF8.GetByteCount(key.Partition) > PartitionKeyBytes || Encoding.UTF8.GetByteCount(key.Sort) > SortKeyBytes)
        {
            throw operation.Refuse($"The key is too long: its parts have at most {PartitionKeyBytes} and {SortKeyBytes} bytes.");
        }
    }
}
