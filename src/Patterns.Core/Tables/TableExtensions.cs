namespace Patterns.Tables;

/// <summary>Short forms for the writes that are most often needed.</summary>
public static class TableExtensions
{
    /// <summary>Puts an item, if the condition holds.</summary>
    /// <exception cref="TableException">The write was not possible.</exception>
    public static ValueTask<TableWriteResult> PutAsync(this ITable table, TableItem item, CancellationToken cancellationToken, TableCondition? condition = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.WriteAsync(new TablePut(item) { Condition = condition }, cancellationToken);
    }

    /// <summary>Deletes an item, if the condition holds.</summary>
    /// <exception cref="TableException">The write was not possible.</exception>
    public static ValueTask<TableWriteResult> DeleteAsync(this ITable table, TableKey key, CancellationToken cancellationToken, TableCondition? condition = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.WriteAsync(new TableDelete(key) { Condition = condition }, cancellationToken);
    }
}
