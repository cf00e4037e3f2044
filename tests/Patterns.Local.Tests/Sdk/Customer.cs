using Amazon.DynamoDBv2.DataModel;

namespace Patterns.Local.Tests.Sdk;

[DynamoDBTable("customers")]
public sealed class Customer
{
    [DynamoDBHashKey("pk")]
    public string Region { get; set; } = "";

    [DynamoDBRangeKey("sk")]
    [DynamoDBGlobalSecondaryIndexRangeKey("by-city")]
    public string Id { get; set; } = "";

    [DynamoDBGlobalSecondaryIndexHashKey("by-city")]
    public string? City { get; set; }

    public int Orders { get; set; }

    public decimal Balance { get; set; }

    public bool IsActive { get; set; }

    public List<string>? Tags { get; set; }

    public Dictionary<string, int>? Scores { get; set; }

    public DateTime Since { get; set; }

    [DynamoDBVersion]
    public int? Version { get; set; }
}
