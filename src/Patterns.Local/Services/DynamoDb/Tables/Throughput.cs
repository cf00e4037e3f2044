namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Provisioned capacity; stored, and no limit here. Both are 0 for on-demand tables.</summary>
internal sealed record Throughput(long Read, long Write)
{
    public static Throughput OnDemand { get; } = new(0, 0);
}
