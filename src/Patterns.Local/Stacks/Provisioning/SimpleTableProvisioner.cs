using Patterns.Local.Services.DynamoDb;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>A table with a partition key and nothing else; on demand unless it has a throughput.</summary>
internal sealed class SimpleTableProvisioner(DynamoDbService tables, PhysicalNames names) : IResourceProvisioner
{
    private const int LongestName = 255;

    public string Type => "AWS::Serverless::SimpleTable";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var name = properties.Text("TableName") ?? names.For(resource.LogicalId, LongestName);
        TableNames.Check(name, "tableName");
        var key = Key(properties.Map("PrimaryKey"));
        var throughput = Throughput(properties.Map("ProvisionedThroughput"));
        var table = tables.Create(new TableSettings(name, new KeySchema(key, sort: null), [key])
        {
            IsOnDemand = throughput is null,
            Throughput = throughput ?? Services.DynamoDb.Tables.Throughput.OnDemand,
            Tags = [.. properties.TextMap("Tags")],
        });
        return Task.FromResult(TableProvisioner.Provisioned(table));
    }

    private static KeyAttribute Key(ResourceProperties? primaryKey) => primaryKey is null
        ? new KeyAttribute("id", AttributeType.S)
        : new KeyAttribute(primaryKey.Required("Name"), primaryKey.Text("Type") switch
        {
            "Number" => AttributeType.N,
            "Binary" => AttributeType.B,
            _ => AttributeType.S,
        });

    private static Throughput? Throughput(ResourceProperties? throughput) => throughput is null
        ? null
        : new Throughput(throughput.Number("ReadCapacityUnits") ?? 1, throughput.Number("WriteCapacityUnits") ?? 1);
}
