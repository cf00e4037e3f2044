namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>The attributes that identify an item in a table or order it in an index.</summary>
internal sealed class KeySchema(KeyAttribute partition, KeyAttribute? sort)
{
    public KeyAttribute Partition { get; } = partition;

    public KeyAttribute? Sort { get; } = sort;

    /// <summary>The partition key, then the sort key where there is one.</summary>
    public IReadOnlyList<KeyAttribute> Attributes { get; } = sort is null ? [partition] : [partition, sort];

    public IReadOnlyList<string> Names { get; } = sort is null ? [partition.Name] : [partition.Name, sort.Name];

    public bool Contains(string name) =>
        string.Equals(name, Partition.Name, StringComparison.Ordinal) || (Sort is not null && string.Equals(name, Sort.Name, StringComparison.Ordinal));
}
