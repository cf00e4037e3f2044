using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>Fills transactions: no more writes than they take, and no item twice.</summary>
internal static class TransactionPacker
{
    /// <summary>Takes what fits into the next transaction. Units that write the same item keep their order.</summary>
    /// <param name="units">What is to be written, in order; what is taken is removed.</param>
    /// <param name="table">The table of writes that name none.</param>
    /// <param name="keepsOrder">Whether no unit may be written before an earlier one.</param>
    public static List<FinalUnit> Take(List<FinalUnit> units, ITable table, bool keepsOrder)
    {
        var taken = new List<FinalUnit>(units.Count);
        var left = new List<FinalUnit>();
        var items = new HashSet<(ITable, TableKey)>();
        var count = 0;
        foreach (var unit in units)
        {
            var fits = count + unit.Writes.Count <= ServiceLimits.DynamoDbTransactionActions && !(keepsOrder && left.Count > 0);

            // What does not fit claims its items as well, so that nothing later overtakes it there.
            // The first one is always taken: the table says what is wrong with one that writes an item twice.
            if ((TryAddAll(items, unit.Writes, table) && fits) || taken.Count + left.Count == 0)
            {
                taken.Add(unit);
                count += unit.Writes.Count;
            }
            else
            {
                left.Add(unit);
            }
        }

        units.Clear();
        units.AddRange(left);
        return taken;
    }

    private static bool TryAddAll(HashSet<(ITable, TableKey)> items, IReadOnlyList<TableWrite> writes, ITable table)
    {
        var areNew = true;
        foreach (var write in writes)
        {
            areNew &= items.Add((write.Table ?? table, write.Key));
        }

        return areNew;
    }
}
