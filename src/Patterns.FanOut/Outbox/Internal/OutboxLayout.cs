using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>
/// Where the rows are. All rows of an aggregate are in one partition, so that the table's stream keeps their order, and beside
/// each other in the order in which they are published.
/// </summary>
internal sealed class OutboxLayout(OutboxOptions options)
{
    public int Buckets => options.Buckets;

    public TimeSpan KeepTokens => options.KeepTokens;

    public string PartitionOf(string aggregate) => Partition(TableShard.Of(aggregate, options.Buckets));

    public string Partition(int bucket) => $"{options.Partition}#{bucket:D3}";

    /// <summary>Where rows go that were given up, or that are kept for a while after they were published.</summary>
    public TableKey AsideKey(string state, TableKey row) => new($"{options.Partition}#{state}{row.Partition[options.Partition.Length..]}", row.Sort);

    public TableKey TokenKey(string token) => new($"{options.Partition}#token#{token}", "token");

    /// <summary>No two commits have the same key, so that nobody who is late deletes another commit's row.</summary>
    public TableKey RowKey(string aggregate, long? sequence, DateTimeOffset created)
    {
        var moment = $"t{created.UtcTicks:D19}-{Guid.NewGuid():N}";
        return new TableKey(PartitionOf(aggregate), Prefix(aggregate) + (sequence is { } number ? $"s{number:D19}" : "") + moment);
    }

    /// <summary>The rows of an aggregate; <paramref name="through"/> is the last one's sort key, or null for all.</summary>
    public TableQuery RowsOf(string aggregate, string? through)
    {
        var query = new TableQuery(PartitionOf(aggregate));
        return through is null
            ? query with { SortPrefix = Prefix(aggregate) }
            : query with { SortFrom = Prefix(aggregate), SortTo = through };
    }

    /// <summary>The end of the prefix stands nowhere else, so that no aggregate's prefix is the beginning of another's.</summary>
    private static string Prefix(string aggregate) =>
        aggregate.Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal) + "#";
}
