namespace Patterns.Local.Services.DynamoDb.Storage;

/// <summary>The place of an item in a table or index, or a bound between places.</summary>
/// <remarks>
/// Places are in the order of the partition's hash, then of the partition, then of the sort key; in an index, items with equal keys follow
/// the order of the table. A bound leaves trailing parts out and stands before or behind everything that begins as it does.
/// </remarks>
internal sealed class StorageKey
{
    private readonly ulong _hash;
    private readonly byte[]? _partition;
    private readonly byte[]? _sort;
    private readonly sbyte _edge;

    private StorageKey(ulong hash, byte[]? partition, byte[]? sort, StorageKey? tableKey, sbyte edge)
    {
        _hash = hash;
        _partition = partition;
        _sort = sort;
        TableKey = tableKey;
        _edge = edge;
    }

    /// <summary>For a place in an index: the item's place in the table.</summary>
    public StorageKey? TableKey { get; }

    /// <summary>A place.</summary>
    /// <param name="partition">The partition key's sortable bytes.</param>
    /// <param name="sort">The sort key's; empty where the schema has none.</param>
    /// <param name="tableKey">For an index: the place in the table.</param>
    public static StorageKey Of(byte[] partition, byte[] sort, StorageKey? tableKey = null) =>
        new(PartitionHash.Of(partition), partition, sort, tableKey, edge: 0);

    public static StorageKey BeforePartition(byte[] partition) => new(PartitionHash.Of(partition), partition, sort: null, tableKey: null, edge: -1);

    public static StorageKey BehindPartition(byte[] partition) => new(PartitionHash.Of(partition), partition, sort: null, tableKey: null, edge: 1);

    public static StorageKey BeforeSort(byte[] partition, byte[] sort) => new(PartitionHash.Of(partition), partition, sort, tableKey: null, edge: -1);

    public static StorageKey BehindSort(byte[] partition, byte[] sort) => new(PartitionHash.Of(partition), partition, sort, tableKey: null, edge: 1);

    public static StorageKey BeforeHash(ulong hash) => new(hash, partition: null, sort: null, tableKey: null, edge: -1);

    public static StorageKey BehindHash(ulong hash) => new(hash, partition: null, sort: null, tableKey: null, edge: 1);

    /// <summary>The bound directly before this place.</summary>
    public StorageKey Before() => new(_hash, _partition, _sort, TableKey, edge: -1);

    /// <summary>The bound directly behind this place.</summary>
    public StorageKey Behind() => new(_hash, _partition, _sort, TableKey, edge: 1);

    /// <summary>A hash of the place in a table, the sort key included.</summary>
    public int HashOfPlace()
    {
        var hash = new HashCode();
        hash.Add(_hash);
        hash.AddBytes(_sort);
        return hash.ToHashCode();
    }

    public static int Compare(StorageKey one, StorageKey other)
    {
        if (one._hash != other._hash)
        {
            return one._hash < other._hash ? -1 : 1;
        }

        if (one._partition is null || other._partition is null)
        {
            return one._edge - other._edge;
        }

        var partitions = one._partition.AsSpan().SequenceCompareTo(other._partition);
        return partitions != 0 ? partitions : CompareInPartition(one, other);
    }

    private static int CompareInPartition(StorageKey one, StorageKey other)
    {
        if (one._sort is null || other._sort is null)
        {
            return one._edge - other._edge;
        }

        var sorts = one._sort.AsSpan().SequenceCompareTo(other._sort);
        if (sorts != 0)
        {
            return sorts;
        }

        var ties = one.TableKey is null || other.TableKey is null ? 0 : Compare(one.TableKey, other.TableKey);
        return ties != 0 ? ties : one._edge - other._edge;
    }
}
