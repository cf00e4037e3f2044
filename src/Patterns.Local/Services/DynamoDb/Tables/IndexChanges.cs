using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Creates, changes and deletes global indexes of a table.</summary>
internal static class IndexChanges
{
    /// <exception cref="AwsException">A change is not possible.</exception>
    public static TableSettings Apply(TableSettings table, JsonInput input)
    {
        if (input.Objects("GlobalSecondaryIndexUpdates") is not { } updates)
        {
            return table;
        }

        CheckCounts(updates);
        var settings = table with { AttributeDefinitions = Definitions(table, input) };
        settings = updates.Aggregate(settings, ApplyOne);
        IndexReader.CheckAll(settings.Indexes);
        return settings with { AttributeDefinitions = Used(settings) };
    }

    private static void CheckCounts(IReadOnlyList<JsonInput> updates)
    {
        if (updates.Count(update => update.Has("Create") || update.Has("Delete")) > 1)
        {
            throw new AwsException("LimitExceededException", "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        }
    }

    private static TableSettings ApplyOne(TableSettings table, JsonInput update)
    {
        if (update.Object("Create") is { } create)
        {
            var index = new IndexReader(new KeySchemaReader(table.AttributeDefinitions), table.IsOnDemand).ReadGlobal(create);
            return Find(table, index.Name) is null
                ? table with { Indexes = [.. table.Indexes, index] }
                : throw DynamoDbErrors.Validation($"Attempting to create an index which already exists: {index.Name}");
        }

        if (update.Object("Delete") is { } delete)
        {
            var gone = Existing(table, delete);
            return table with { Indexes = [.. table.Indexes.Where(index => index != gone)] };
        }

        return update.Object("Update") is { } change
            ? Changed(table, change)
            : throw DynamoDbErrors.InvalidParameter(
                "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
    }

    private static TableSettings Changed(TableSettings table, JsonInput change)
    {
        var old = Existing(table, change);
        var throughput = ThroughputReader.Read(change, "globalSecondaryIndexUpdates.1.member.update") ?? old.Throughput;
        if (table.IsOnDemand && change.Has("ProvisionedThroughput"))
        {
            throw DynamoDbErrors.InvalidParameter($"ProvisionedThroughput should not be specified for index: {old.Name} when BillingMode is PAY_PER_REQUEST");
        }

        return table with { Indexes = [.. table.Indexes.Select(index => index == old ? index with { Throughput = throughput } : index)] };
    }

    private static IndexDefinition Existing(TableSettings table, JsonInput input)
    {
        var name = input.Text("IndexName");
        TableNames.Check(name, "globalSecondaryIndexUpdates.1.member.indexName");
        return Find(table, name!) is { IsGlobal: true } index
            ? index
            : throw new AwsException("ResourceNotFoundException", "Requested resource not found");
    }

    private static IndexDefinition? Find(TableSettings table, string name) => table.Indexes.FirstOrDefault(index => index.Name == name);

    // A request names the attributes of the new key; those of the table stay as they are.
    private static IReadOnlyList<KeyAttribute> Definitions(TableSettings table, JsonInput input) =>
        [.. table.AttributeDefinitions, .. KeySchemaReader.ReadDefinitions(input).ExceptBy(table.AttributeDefinitions.Select(old => old.Name), added => added.Name)];

    private static IReadOnlyList<KeyAttribute> Used(TableSettings table) =>
        [.. table.AttributeDefinitions.Where(definition => table.Key.Contains(definition.Name) || table.Indexes.Any(index => index.Key.Contains(definition.Name)))];
}
