using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Storage;

/// <summary>An item at its place. A later version of the item takes the same place.</summary>
internal sealed class StoredItem(StorageKey key, Item item)
{
    public StorageKey Key { get; } = key;

    public Item Item { get; set; } = item;
}
