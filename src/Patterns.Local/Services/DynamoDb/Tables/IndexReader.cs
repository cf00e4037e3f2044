using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Reads secondary indexes.</summary>
/// <param name="keys">Knows the defined attributes.</param>
/// <param name="isOnDemand">Whether the table has no provisioned capacity.</param>
internal sealed class IndexReader(KeySchemaReader keys, bool isOnDemand)
{
    private const int NonKeyAttributes = 20;

    /// <exception cref="AwsException">There is one that cannot be.</exception>
    public IReadOnlyList<IndexDefinition> ReadAll(JsonInput table, KeySchema tableKey)
    {
        var local = ReadList(table, "LocalSecondaryIndexes", input => ReadLocal(input, tableKey));
        var global = ReadList(table, "GlobalSecondaryIndexes", ReadGlobal);
        if (local.Count > DynamoDbLimits.LocalIndexes)
        {
            throw DynamoDbErrors.InvalidParameter($"Number of LocalSecondaryIndexes exceeds per-table limit of {DynamoDbLimits.LocalIndexes}");
        }

        IReadOnlyList<IndexDefinition> all = [.. local, .. global];
        CheckAll(all);
        return all;
    }

    /// <summary>What must hold for all indexes of a table.</summary>
    public static void CheckAll(IReadOnlyList<IndexDefinition> indexes)
    {
        if (indexes.Count(index => index.IsGlobal) > DynamoDbLimits.GlobalIndexes)
        {
            throw DynamoDbErrors.InvalidParameter($"GlobalSecondaryIndex count exceeds the per-table limit of {DynamoDbLimits.GlobalIndexes}");
        }

        if (indexes.CountBy(index => index.Name).FirstOrDefault(group => group.Value > 1).Key is { } twice)
        {
            throw DynamoDbErrors.InvalidParameter($"Duplicate index name: {twice}");
        }
    }

    public IndexDefinition ReadGlobal(JsonInput input)
    {
        const string path = "globalSecondaryIndexes.1.member";
        var index = Read(input, path, isGlobal: true);
        if (isOnDemand && input.Has("ProvisionedThroughput"))
        {
            throw DynamoDbErrors.InvalidParameter($"ProvisionedThroughput should not be specified for index: {index.Name} when BillingMode is PAY_PER_REQUEST");
        }

        if (!isOnDemand && !input.Has("ProvisionedThroughput"))
        {
            throw DynamoDbErrors.InvalidParameter($"ProvisionedThroughput must be specified for index: {index.Name}");
        }

        return index with { Throughput = ThroughputReader.Read(input, path) ?? Throughput.OnDemand };
    }

    private static List<IndexDefinition> ReadList(JsonInput table, string name, Func<JsonInput, IndexDefinition> read)
    {
        var inputs = table.Objects(name);
        return inputs?.Count == 0
            ? throw DynamoDbErrors.InvalidParameter($"List of {name} is empty")
            : [.. (inputs ?? []).Select(read)];
    }

    private static Projection ReadProjection(JsonInput index, string path)
    {
        var input = index.Object("Projection") ?? throw DynamoDbErrors.NullMember(path);
        var nonKeys = input.Texts("NonKeyAttributes");
        var word = input.Text("ProjectionType");
        var type = word switch
        {
            "ALL" => ProjectionType.All,
            "KEYS_ONLY" => ProjectionType.KeysOnly,
            "INCLUDE" => ProjectionType.Include,
            null => throw DynamoDbErrors.InvalidParameter("Unknown ProjectionType: null"),
            _ => throw DynamoDbErrors.NotInSet(word, $"{path}.projectionType", "ALL", "INCLUDE", "KEYS_ONLY"),
        };
        CheckNonKeys(type, word, nonKeys);
        return new Projection(type, nonKeys ?? []);
    }

    private static void CheckNonKeys(ProjectionType type, string word, IReadOnlyList<string>? nonKeys)
    {
        if (type != ProjectionType.Include && nonKeys is not null)
        {
            throw DynamoDbErrors.InvalidParameter($"ProjectionType is {word}, but NonKeyAttributes is specified");
        }

        if (type == ProjectionType.Include && nonKeys is not { Count: > 0 and <= NonKeyAttributes })
        {
            throw DynamoDbErrors.InvalidParameter(nonKeys is null or { Count: 0 }
                ? "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"
                : $"NonKeyAttributes exceeds the limit of {NonKeyAttributes} attributes");
        }
    }

    private IndexDefinition ReadLocal(JsonInput input, KeySchema tableKey)
    {
        if (tableKey.Sort is null)
        {
            throw DynamoDbErrors.InvalidParameter("Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
        }

        var index = Read(input, "localSecondaryIndexes.1.member", isGlobal: false);
        if (index.Key.Sort is null)
        {
            throw DynamoDbErrors.InvalidParameter($"Index KeySchema does not have a range key for index: {index.Name}");
        }

        return index.Key.Partition == tableKey.Partition
            ? index
            : throw DynamoDbErrors.InvalidParameter(
                $"Index KeySchema does not have the same leading hash key as table KeySchema for index: {index.Name}. " +
                $"index hash key: {index.Key.Partition.Name}, table hash key: {tableKey.Partition.Name}");
    }

    private IndexDefinition Read(JsonInput input, string path, bool isGlobal)
    {
        var name = input.Text("IndexName");
        TableNames.Check(name, $"{path}.indexName");
        return new IndexDefinition(name!, keys.Read(input, $"{path}.keySchema"), ReadProjection(input, $"{path}.projection"), isGlobal);
    }
}
