using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Storage;

/// <summary>The items of a table or an index in the order of their places. Not safe for use by several threads.</summary>
internal sealed class ItemTree
{
    private readonly SortedSet<StoredItem> _items = new(Comparer<StoredItem>.Create(static (one, other) => StorageKey.Compare(one.Key, other.Key)));

    public int Count => _items.Count;

    /// <summary>The size of all items together.</summary>
    public long Bytes { get; private set; }

    public Item? Find(StorageKey key) => FindStored(key)?.Item;

    /// <summary>Puts the item in its place, whether or not another one is there.</summary>
    public void Put(StorageKey key, Item item)
    {
        if (FindStored(key) is { } stored)
        {
            Bytes += item.Size - stored.Item.Size;
            stored.Item = item;
        }
        else
        {
            _items.Add(new StoredItem(key, item));
            Bytes += item.Size;
        }
    }

    public void Remove(StorageKey key)
    {
        if (FindStored(key) is { } stored)
        {
            _items.Remove(stored);
            Bytes -= stored.Item.Size;
        }
    }

    /// <summary>The items between two bounds; to be read before the next change.</summary>
    public IEnumerable<StoredItem> Between(StorageKey low, StorageKey high, bool forward = true)
    {
        if (StorageKey.Compare(low, high) > 0)
        {
            return [];
        }

        var view = _items.GetViewBetween(Probe(low), Probe(high));
        return forward ? view : view.Reverse();
    }

    public IEnumerable<StoredItem> All() => _items;

    private static StoredItem Probe(StorageKey key) => new(key, Item.Empty);

    private StoredItem? FindStored(StorageKey key) => _items.TryGetValue(Probe(key), out var stored) ? stored : null;
}
