using System.Globalization;
using System.Text;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Where the items of one type of aggregate are: an aggregate is a partition, and the catalogue has partitions of its own.</summary>
internal sealed class AggregateLayout
{
    /// <summary>How many partitions the catalogue of a type has.</summary>
    public const int Shards = 16;

    private const int LongestType = 200;
    private const int LongestId = 1024;
    private const string EventPrefix = "event#";
    private const string HeadSort = "head";

    // The names of the key's attributes, which the table decides, and a little for what it adds.
    private const int KeyNames = 128;

    private readonly string _type;

    /// <exception cref="ArgumentException">The type is empty, too long, or has the separator of keys.</exception>
    public AggregateLayout(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        if (type.Contains('#') || type.Length > LongestType)
        {
            throw new ArgumentException($"A type of aggregate has at most {LongestType} characters and no '#', but is '{type}'.", nameof(type));
        }

        _type = type;
    }

    public string Type => _type;

    /// <summary>Whether there can be an aggregate of the type and the id.</summary>
    public static bool IsPossible(string type, string id) =>
        type.Length is > 0 and <= LongestType && !type.Contains('#') && id.Length > 0 && Encoding.UTF8.GetByteCount(id) <= LongestId;

    /// <summary>How the partitions of a type's aggregates begin.</summary>
    public static string PrefixOf(string type) => $"aggregate#{type}#";

    public TableKey Event(string id, long version) => new(Partition(id), EventSort(version));

    public TableKey Head(string id) => new(Partition(id), HeadSort);

    public TableKey Snapshot(string id, string name) => new(Partition(id), "snapshot#" + name);

    public TableKey State(string id) => new(Partition(id), "state");

    /// <summary>The events behind a version, and then the head, which tells whether they are all.</summary>
    public TableQuery EventsAfter(string id, long version) => new(Partition(id))
    {
        SortFrom = EventSort(version + 1),
        SortTo = HeadSort,
    };

    public static bool IsHead(TableItem item) => item.Key.Sort == HeadSort;

    public TableQuery Catalogue(int shard)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, Shards);
        return new TableQuery(CataloguePartition(shard));
    }

    /// <summary>An item of the aggregate, with what all of them have.</summary>
    public TableItem Item(TableKey key, string kind, string id, long version, DateTimeOffset at, params IEnumerable<KeyValuePair<string, TableValue>> attributes) => new(key, attributes)
    {
        [ItemNames.Kind] = kind,
        [ItemNames.AggregateType] = _type,
        [ItemNames.AggregateId] = id,
        [ItemNames.Version] = version,
        [ItemNames.At] = Moment.ToText(at),
    };

    /// <summary>The entry by which a reader of all aggregates finds this one.</summary>
    public TablePut CatalogueEntry(string id, DateTimeOffset at) =>
        new(Item(new TableKey(CataloguePartition(TableShard.Of(id, Shards)), id), ItemNames.CatalogueKind, id, 0, at));

    /// <exception cref="ArgumentException">The id is empty, or longer than a key takes.</exception>
    public void CheckId(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var bytes = Encoding.UTF8.GetByteCount(id);
        if (bytes > LongestId)
        {
            throw new ArgumentException($"The id of a {_type} has {bytes} bytes; at most {LongestId} are possible.", nameof(id));
        }
    }

    /// <summary>The item's size, rounded up.</summary>
    /// <exception cref="AppendTooLargeException">The table does not take it.</exception>
    public int CheckSize(TableItem item, string id, string what)
    {
        var bytes = SizeOf(item);
        return bytes <= ServiceLimits.DynamoDbItemBytes
            ? bytes
            : throw new AppendTooLargeException(_type, id, $"{what} has {bytes} bytes as an item of the table; at most {ServiceLimits.DynamoDbItemBytes} are possible.");
    }

    public static int SizeOf(TableItem item) => KeyNames + item.GetSize();

    private static string EventSort(long version) => EventPrefix + version.ToString("D19", CultureInfo.InvariantCulture);

    private string Partition(string id) => PrefixOf(_type) + id;

    private string CataloguePartition(int shard) => $"aggregates#{_type}#{shard.ToString("D2", CultureInfo.InvariantCulture)}";
}
