using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>Replaces the item or makes a new one.</summary>
internal sealed class PutWrite : ItemWrite
{
    private readonly Item _item;

    /// <exception cref="AwsException">The table cannot hold the item.</exception>
    public PutWrite(Table table, Item item)
        : base(table, ItemKey.OfItem(table.Key, item))
    {
        _item = item;
        if (item.Size > DynamoDbLimits.ItemBytes)
        {
            throw DynamoDbErrors.Validation("Item size has exceeded the maximum allowed size");
        }
    }

    public override Item? Apply(Item? before)
    {
        IndexKeyRules.Check(Table.Indexes, _item);
        return _item;
    }
}
