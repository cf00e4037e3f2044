namespace Patterns.Tables;

/// <summary>The key of an item. Neither part is empty.</summary>
/// <param name="Partition">Says where the item is; items of one partition can be queried. At most 2,048 bytes.</param>
/// <param name="Sort">Orders the items of the partition. At most 1,024 bytes.</param>
public readonly record struct TableKey(string Partition, string Sort)
{
    /// <summary>Both parts, for errors and logs.</summary>
    public override string ToString() => $"{Partition} / {Sort}";
}
