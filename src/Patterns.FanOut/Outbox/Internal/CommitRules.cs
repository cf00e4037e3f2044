using System.Text;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>What must hold of the writes of a commit so that the table can take them.</summary>
internal static class CommitRules
{
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    // Less what a row's key has more of when the row is put aside: the message's place, and the state.
    private const int SortKeyBytes = 1024 - 6;
    private const int PartitionKeyBytes = 2048 - 10;

    // Room for what a row gets after its commit: attempts, routes that have the message, the wait, and the cause when it is given up.
    private const int RowBytes = ServiceLimits.DynamoDbItemBytes - (8 * 1024);

    /// <exception cref="ArgumentException">A rule is broken; the text says which.</exception>
    public static void Check(int stateCount, IReadOnlyList<TableWrite> writes)
    {
        if (Mistake(stateCount, writes) is { } mistake)
        {
            throw new ArgumentException(mistake);
        }
    }

    private static string? Mistake(int stateCount, IReadOnlyList<TableWrite> writes)
    {
        if (writes.Count == 0)
        {
            return "There is nothing to commit.";
        }

        if (writes.Count > ServiceLimits.DynamoDbTransactionActions)
        {
            return $"The commit has {stateCount} writes and {writes.Count - stateCount} rows of the outbox (one for each aggregate, one for the token); a transaction takes {ServiceLimits.DynamoDbTransactionActions} in all.";
        }

        var size = writes.Sum(write => (long)ItemSize.Of(write));
        return writes.Skip(stateCount).Select(RowMistake).FirstOrDefault(mistake => mistake is not null)
            ?? (size > ServiceLimits.DynamoDbTransactionBytes ? $"The commit has {size} bytes; a transaction takes {ServiceLimits.DynamoDbTransactionBytes}." : null);
    }

    private static string? RowMistake(TableWrite row)
    {
        if (Encoding.UTF8.GetByteCount(row.Key.Sort) > SortKeyBytes || Encoding.UTF8.GetByteCount(row.Key.Partition) > PartitionKeyBytes)
        {
            return $"The key {row.Key} is too long for a row of the outbox.";
        }

        var size = ItemSize.Of(row);
        return size > RowBytes
            ? $"The messages of {((TablePut)row).Item[RowNames.Aggregate]?.GetString()} have {size} bytes as a row of the outbox; it may have {RowBytes}, so that it can still be retried and given up. Keep large bodies elsewhere and send a claim check."
            : null;
    }
}
