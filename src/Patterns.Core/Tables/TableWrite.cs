namespace Patterns.Tables;

/// <summary>A change of one item: a <see cref="TablePut"/>, <see cref="TableUpdate"/>, <see cref="TableDelete"/> or <see cref="TableCheck"/>.</summary>
public abstract record TableWrite
{
    private protected TableWrite(TableKey key) => Key = key;

    /// <summary>The item's key.</summary>
    public TableKey Key { get; }

    /// <summary>What must hold of the item as it is before; null for nothing.</summary>
    public TableCondition? Condition { get; init; }

    /// <summary>
    /// The item's table where a transaction spans several; null for the one that is asked. It must belong to the same store as
    /// that one: on DynamoDB, the same account and Region.
    /// </summary>
    public ITable? Table { get; init; }
}
