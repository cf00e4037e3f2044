using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>Removes the item where there is one.</summary>
internal sealed class DeleteWrite(Table table, Item key) : ItemWrite(table, ItemKey.OfKey(table.Key, key))
{
    public override Item? Apply(Item? before) => null;
}
