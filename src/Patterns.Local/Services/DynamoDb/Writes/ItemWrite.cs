using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>A checked request to change one item, not yet carried out.</summary>
internal abstract class ItemWrite(Table table, StorageKey key)
{
    public Table Table { get; } = table;

    public StorageKey Key { get; } = key;

    public ConditionExpression? Condition { get; init; }

    /// <summary>Whether a failed condition shows the item as it is.</summary>
    public bool ShowsItemOnFailure { get; init; }

    /// <summary>Whether the stored item stays as it is whatever comes.</summary>
    public virtual bool IsCheckOnly => false;

    /// <summary>The item after the write; null where it is gone.</summary>
    /// <exception cref="AwsException">The result is no item that the table can hold.</exception>
    public abstract Item? Apply(Item? before);
}
