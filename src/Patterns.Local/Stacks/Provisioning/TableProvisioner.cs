using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Local.Services.DynamoDb;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class TableProvisioner(DynamoDbService tables, PhysicalNames names) : IResourceProvisioner
{
    private const int LongestName = 255;

    // What a template and a request to create a table have in common, in name and shape.
    private static readonly string[] s_shared =
        ["AttributeDefinitions", "KeySchema", "BillingMode", "TableClass", "Tags", "LocalSecondaryIndexes", "GlobalSecondaryIndexes", "ProvisionedThroughput", "DeletionProtectionEnabled"];

    public string Type => "AWS::DynamoDB::Table";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var name = properties.Text("TableName") ?? names.For(resource.LogicalId, LongestName);
        using var request = JsonSerializer.SerializeToDocument(Request(name, properties));
        var table = tables.Create(TableSettingsReader.Read(new JsonInput(request.RootElement)));
        EnableExpiry(table, properties.Map("TimeToLiveSpecification"));
        return Task.FromResult(Provisioned(table));
    }

    public static ProvisionedResource Provisioned(Table table)
    {
        var attributes = new Dictionary<string, string> { ["Arn"] = table.Arn };
        if (table.Stream is { } stream)
        {
            attributes["StreamArn"] = stream.Arn;
        }

        return new ProvisionedResource(table.Name) { Attributes = attributes };
    }

    private static void EnableExpiry(Table table, ResourceProperties? expiry)
    {
        if (expiry?.Flag("Enabled") == true)
        {
            table.Expiry.Enable(expiry.Required("AttributeName"));
        }
    }

    private static JsonObject Request(string name, ResourceProperties properties)
    {
        var request = new JsonObject { ["TableName"] = name };
        foreach (var shared in s_shared)
        {
            if (properties.Json(shared) is { } value)
            {
                request[shared] = RequestScalars.Converted(shared, value);
            }
        }

        if (properties.Map("StreamSpecification") is { } stream)
        {
            request["StreamSpecification"] = new JsonObject { ["StreamEnabled"] = true, ["StreamViewType"] = stream.Text("StreamViewType") };
        }

        return request;
    }
}
