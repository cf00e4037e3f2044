namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>A table as it was asked for: checked, and complete.</summary>
internal sealed record TableSettings(string Name, KeySchema Key, IReadOnlyList<KeyAttribute> AttributeDefinitions)
{
    public IReadOnlyList<IndexDefinition> Indexes { get; init; } = [];

    public bool IsOnDemand { get; init; }

    public Throughput Throughput { get; init; } = Throughput.OnDemand;

    public StreamSettings? Stream { get; init; }

    public bool IsDeletionProtected { get; init; }

    /// <summary><c>STANDARD</c> or <c>STANDARD_INFREQUENT_ACCESS</c>; null where it was never set.</summary>
    public string? TableClass { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];
}
