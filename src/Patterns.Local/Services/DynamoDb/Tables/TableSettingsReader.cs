using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Reads a new table, and refuses what can be none.</summary>
internal static class TableSettingsReader
{
    /// <exception cref="AwsException">The table cannot be as it is asked for.</exception>
    public static TableSettings Read(JsonInput input)
    {
        var name = input.Text("TableName");
        TableNames.Check(name, "tableName");
        TableParameters.Check(input);
        if (!input.Has("AttributeDefinitions"))
        {
            throw DynamoDbErrors.NullMember("attributeDefinitions");
        }

        var definitions = KeySchemaReader.ReadDefinitions(input);
        var (isOnDemand, throughput) = ReadCapacity(input);
        var keys = new KeySchemaReader(definitions);
        var key = keys.Read(input, "keySchema");
        var indexes = new IndexReader(keys, isOnDemand).ReadAll(input, key);
        keys.CheckAllUsed(key, indexes);
        return new TableSettings(name!, key, definitions)
        {
            Indexes = indexes,
            IsOnDemand = isOnDemand,
            Throughput = throughput,
            Stream = StreamSettingsReader.Read(input) is { IsEnabled: true } stream ? stream : null,
            IsDeletionProtected = input.Flag("DeletionProtectionEnabled") == true,
            TableClass = ReadClass(input),
            Tags = TagReader.Read(input, isRequired: false),
        };
    }

    /// <exception cref="AwsException">There is no such class.</exception>
    public static string? ReadClass(JsonInput input) => input.Text("TableClass") switch
    {
        null or "STANDARD" or "STANDARD_INFREQUENT_ACCESS" => input.Text("TableClass"),
        var other => throw DynamoDbErrors.NotInSet(other, "tableClass", "STANDARD", "STANDARD_INFREQUENT_ACCESS"),
    };

    private static (bool IsOnDemand, Throughput Throughput) ReadCapacity(JsonInput input)
    {
        var isOnDemand = ThroughputReader.ReadMode(input) == true;
        var throughput = ThroughputReader.Read(input);
        if (isOnDemand && throughput is not null)
        {
            throw DynamoDbErrors.InvalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        }

        if (!isOnDemand && throughput is null)
        {
            throw DynamoDbErrors.InvalidParameter("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
        }

        return (isOnDemand, throughput ?? Throughput.OnDemand);
    }
}
