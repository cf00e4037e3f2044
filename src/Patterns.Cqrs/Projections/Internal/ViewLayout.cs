using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Where the items of one view are. Each generation has partitions of its own, so that one is built beside another.</summary>
internal sealed class ViewLayout
{
    /// <summary>How many partitions a generation's positions and its list of rows have.</summary>
    public const int Shards = 16;

    private const int LongestName = 200;
    private const int LongestPartition = 1024;
    private const int LongestSort = 1000;
    private const string RowPrefix = "row#";
    private const string Greatest = "\U0010FFFF";

    private readonly string _name;

    /// <exception cref="ArgumentException">The name is empty, too long, or has the separator of keys.</exception>
    public ViewLayout(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Contains('#') || name.Length > LongestName)
        {
            throw new ArgumentException($"The name of a view has at most {LongestName} characters and no '#', but is '{name}'.", nameof(name));
        }

        _name = name;
    }

    public string Name => _name;

    public TableKey Control => new($"view#{_name}", "control");

    public TableKey Row(int generation, ViewKey key) => new(RowPartition(generation, key.Partition), RowPrefix + key.Sort);

    public TableKey Position(int generation, string aggregateType, string aggregateId) =>
        new(PositionPartition(generation, aggregateType, TableShard.Of(aggregateId, Shards)), aggregateId);

    /// <summary>The row in the list of all rows: by it, they can be found without a scan.</summary>
    public TableKey Entry(int generation, ViewKey key)
    {
        var text = EntryText(key);
        return new TableKey(EntryPartition(generation, TableShard.Of(text, Shards)), text);
    }

    public TableKey Rebuild(int generation, string aggregateType, int shard) =>
        new($"view#{_name}#{Number(generation)}#rebuild", $"{aggregateType}#{Number(shard, 2)}");

    /// <summary>What tells one walk that fills gaps from another.</summary>
    public TableKey FillRun(int generation) => new($"view#{_name}#{Number(generation)}#rebuild", "run");

    /// <summary>The rows that a query asks for; the one that it goes on behind may be the first of them.</summary>
    public TableQuery Rows(int generation, ViewQuery query)
    {
        var all = new TableQuery(RowPartition(generation, query.Partition)) { Descending = query.Descending, Limit = query.Limit };
        if (query.After is not { } after)
        {
            return all with { SortPrefix = RowPrefix + query.SortPrefix };
        }

        var (first, last) = (RowPrefix + query.SortPrefix, RowPrefix + query.SortPrefix + Greatest);
        var behind = RowPrefix + after;
        var more = all with { Limit = query.Limit is < int.MaxValue ? query.Limit + 1 : null };
        return query.Descending
            ? more with { SortFrom = first, SortTo = IsLess(behind, last) ? behind : last }
            : more with { SortFrom = IsLess(first, behind) ? behind : first, SortTo = last };
    }

    public TableQuery Positions(int generation, string aggregateType, int shard) => new(PositionPartition(generation, aggregateType, shard));

    public TableQuery Entries(int generation, int shard) => new(EntryPartition(generation, shard));

    /// <exception cref="ArgumentException">The key has no partition, or is longer than a table takes.</exception>
    public static void Check(ViewKey key)
    {
        if (!IsPossible(key))
        {
            throw new ArgumentException($"The partition of a row has 1 to {LongestPartition} bytes, and its place there at most {LongestSort}.", nameof(key));
        }
    }

    /// <summary>Whether there can be a row of the key.</summary>
    public static bool IsPossible(ViewKey key) =>
        !string.IsNullOrEmpty(key.Partition) && key.Sort is not null && Bytes(key.Partition) <= LongestPartition && Bytes(key.Sort) <= LongestSort;

    // As the table has them: by their UTF-8 bytes.
    private static bool IsLess(string one, string other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)) < 0;

    private string RowPartition(int generation, string partition) => $"view#{_name}#{Number(generation)}#rows#{partition}";

    private string PositionPartition(int generation, string aggregateType, int shard) =>
        $"view#{_name}#{Number(generation)}#positions#{aggregateType}#{Number(shard, 2)}";

    private string EntryPartition(int generation, int shard) => $"view#{_name}#{Number(generation)}#entries#{Number(shard, 2)}";

    // Two different keys must not be one entry: the partition's length tells where it ends. Both together may be longer than a key of the table.
    private static string EntryText(ViewKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Number(key.Partition.Length)}#{key.Partition}#{key.Sort}")));

    private static string Number(int number, int digits = 1) => number.ToString($"D{digits}", CultureInfo.InvariantCulture);

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
