using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>Changes nothing: its condition decides whether the transaction around it may.</summary>
internal sealed class CheckWrite(Table table, Item key) : ItemWrite(table, ItemKey.OfKey(table.Key, key))
{
    public override bool IsCheckOnly => true;

    public override Item? Apply(Item? before) => before;
}
