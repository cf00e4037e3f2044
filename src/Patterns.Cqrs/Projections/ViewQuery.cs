namespace Patterns.Cqrs;

/// <summary>Rows of one partition of a view.</summary>
/// <param name="Partition">The partition.</param>
public sealed record ViewQuery(string Partition)
{
    /// <summary>Only rows whose sort text begins with it. Default: null, all.</summary>
    public string? SortPrefix { get; init; }

    /// <summary>Only rows behind this sort text, in the direction of the query: that of the last row of the page before. Default: null, all.</summary>
    public string? After { get; init; }

    /// <summary>Whether the greatest sort text comes first. Default: false.</summary>
    public bool Descending { get; init; }

    /// <summary>How many rows at most; at least 1. Default: null, all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? Limit
    {
        get;
        init
        {
            if (value is { } limit)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(Limit));
            }

            field = value;
        }
    }
}
