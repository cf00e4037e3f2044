namespace Patterns.Tables;

/// <summary>Changes nothing: a transaction depends on its condition. Only for <see cref="ITable.TransactAsync"/>.</summary>
public sealed record TableCheck : TableWrite
{
    /// <summary>Makes the check.</summary>
    public TableCheck(TableKey key, TableCondition condition)
        : base(key)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Condition = condition;
    }
}
