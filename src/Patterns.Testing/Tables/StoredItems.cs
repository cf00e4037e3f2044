using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>The items of a table in memory, in their order.</summary>
internal sealed class StoredItems
{
    private readonly SortedDictionary<string, SortedDictionary<string, TableItem>> _partitions = new(Utf8Order.Instance);

    public IReadOnlyList<TableItem> All => [.. _partitions.Values.SelectMany(partition => partition.Values)];

    public TableItem? Find(TableKey key) => _partitions.GetValueOrDefault(key.Partition)?.GetValueOrDefault(key.Sort);

    /// <summary>Puts an item in the place of the key, or takes away what is there.</summary>
    public void Set(TableKey key, TableItem? item)
    {
        if (!_partitions.TryGetValue(key.Partition, out var partition))
        {
            _partitions.Add(key.Partition, partition = new SortedDictionary<string, TableItem>(Utf8Order.Instance));
        }

        if (item is null)
        {
            partition.Remove(key.Sort);
        }
        else
        {
            partition[key.Sort] = item;
        }
    }

    public IReadOnlyList<TableItem> Select(TableQuery query)
    {
        IEnumerable<TableItem> items = _partitions.TryGetValue(query.Partition, out var partition) ? partition.Values : [];
        items = items.Where(item => IsInRange(item.Key.Sort, query));
        items = query.Descending ? items.Reverse() : items;
        return [.. items.Take(query.Limit ?? int.MaxValue)];
    }

    private static bool IsInRange(string sort, TableQuery query) =>
        (query.SortPrefix is null || sort.StartsWith(query.SortPrefix, StringComparison.Ordinal))
        && (query.SortFrom is null || Utf8Order.Instance.Compare(sort, query.SortFrom) >= 0)
        && (query.SortTo is null || Utf8Order.Instance.Compare(sort, query.SortTo) <= 0);
}
