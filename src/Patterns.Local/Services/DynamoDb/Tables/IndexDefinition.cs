namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>A secondary index as it was asked for.</summary>
internal sealed record IndexDefinition(string Name, KeySchema Key, Projection Projection, bool IsGlobal)
{
    /// <summary>Of global indexes only.</summary>
    public Throughput Throughput { get; init; } = Throughput.OnDemand;
}
