namespace Patterns.Tables;

/// <summary>A range of one partition.</summary>
/// <param name="Partition">The partition.</param>
public sealed record TableQuery(string Partition)
{
    /// <summary>Only sort keys that begin with it; not together with the limits below. Default: null, all.</summary>
    public string? SortPrefix { get; init; }

    /// <summary>Only sort keys that are not less. Default: null, all.</summary>
    public string? SortFrom { get; init; }

    /// <summary>Only sort keys that are not greater. Default: null, all.</summary>
    public string? SortTo { get; init; }

    /// <summary>Whether the greatest sort key comes first. Default: false.</summary>
    public bool Descending { get; init; }

    /// <summary>How many items are returned at most. Default: null, all.</summary>
    public int? Limit { get; init; }
}
