using Patterns.Local.Services.DynamoDb.Reads;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>The items of a table, and its indexes, which follow every change. Used under the table's lock, but for the list of indexes.</summary>
internal sealed class TableItems
{
    private readonly KeySchema _key;
    private readonly ItemTree _items = new();
    private volatile TableIndex[] _indexes;

    public TableItems(KeySchema key, IEnumerable<IndexDefinition> indexes)
    {
        _key = key;
        _indexes = [.. indexes.Select(index => new TableIndex(index, key))];
    }

    public IReadOnlyList<TableIndex> Indexes => _indexes;

    public TableIndex? FindIndex(string name) => Array.Find(_indexes, index => index.Definition.Name == name);

    public Item? Find(StorageKey place) => _items.Find(place);

    public IEnumerable<StoredItem> All() => _items.All();

    public Page Read(PageRequest request) => PageReader.Read(request.Index?.Items ?? _items, _items, request);

    public (int Count, long Bytes) Measure(TableIndex? index)
    {
        var items = index?.Items ?? _items;
        return (items.Count, items.Bytes);
    }

    /// <param name="place">The item's place.</param>
    /// <param name="before">The item as it is; null for none.</param>
    /// <param name="after">The item as it shall be; null for none.</param>
    /// <param name="units">Takes what it costs in the indexes; null where nobody asks.</param>
    public void Replace(StorageKey place, Item? before, Item? after, WriteUnits? units)
    {
        if (after is not null)
        {
            _items.Put(place, after);
        }
        else if (before is not null)
        {
            _items.Remove(place);
        }

        foreach (var index in _indexes)
        {
            if (index.Follow(place, before, after) is > 0 and var cost)
            {
                units?.AddIndex(index.Definition, cost);
            }
        }
    }

    /// <summary>Keeps the indexes that there are, fills new ones, and forgets the others.</summary>
    public void SetIndexes(IEnumerable<IndexDefinition> definitions) => _indexes = [.. definitions.Select(KeepOrFill)];

    private TableIndex KeepOrFill(IndexDefinition definition)
    {
        if (FindIndex(definition.Name) is { } kept)
        {
            kept.Change(definition.Throughput);
            return kept;
        }

        var added = new TableIndex(definition, _key);
        foreach (var stored in _items.All())
        {
            added.Follow(stored.Key, before: null, stored.Item);
        }

        return added;
    }
}
