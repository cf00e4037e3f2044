using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>Changes attributes of the item; where there is none, of one that has its key only.</summary>
internal sealed class UpdateWrite : ItemWrite
{
    private readonly Item _key;

    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="update">The changes; null for none, which still makes the item.</param>
    /// <exception cref="AwsException">The key is none of the table's, or the update writes to it.</exception>
    public UpdateWrite(Table table, Item key, UpdateExpression? update)
        : base(table, ItemKey.OfKey(table.Key, key))
    {
        _key = key;
        Update = update;
        foreach (var name in update?.WrittenRoots ?? [])
        {
            if (table.Key.Contains(name))
            {
                throw DynamoDbErrors.InvalidParameter($"Cannot update attribute {name}. This attribute is part of the key");
            }
        }
    }

    public UpdateExpression? Update { get; }

    public override Item? Apply(Item? before)
    {
        var start = before ?? _key;
        var after = Update?.Apply(start) ?? start;
        if (after.Size > DynamoDbLimits.ItemBytes)
        {
            throw DynamoDbErrors.Validation("Item size to update has exceeded the maximum allowed size");
        }

        IndexKeyRules.Check(Table.Indexes, after);
        return after;
    }
}
