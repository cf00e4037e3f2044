namespace Patterns.Tables;

/// <summary>The key of an item. Neither part is empty.</summary>
/// <param name="Partition">Says where the item is; items of one partition can be queried. At most 2,048 bytes.</param>
/// <param name="Sort">Orders the items of the partition. At most 1,024 bytes.</param>
public readonly record struct TableKey(string Partition, string Sort)
{
    /// <summary>Says where the item is.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string Partition { get; init => field = NotEmpty(value, nameof(Partition)); } = NotEmpty(Partition, nameof(Partition));

    /// <summary>Orders the items of the partition.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string Sort { get; init => field = NotEmpty(value, nameof(Sort)); } = NotEmpty(Sort, nameof(Sort));

    /// <summary>Both parts, for errors and logs.</summary>
    public override string ToString() => $"{Partition} / {Sort}";

    private static string NotEmpty(string text, string part)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, part);
        return text;
    }
}
