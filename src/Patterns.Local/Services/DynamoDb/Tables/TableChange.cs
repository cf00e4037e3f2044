using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Applies the parameters of an update to the settings of a table.</summary>
internal static class TableChange
{
    private static readonly string[] Parameters =
    [
        "ProvisionedThroughput", "BillingMode", "StreamSpecification", "GlobalSecondaryIndexUpdates", "DeletionProtectionEnabled", "TableClass",
        "OnDemandThroughput", "WarmThroughput", "SSESpecification",
    ];

    /// <exception cref="AwsException">The table cannot become so.</exception>
    public static TableSettings Apply(TableSettings table, JsonInput input)
    {
        CheckParameters(input);
        var settings = WithCapacity(table, input);
        settings = IndexChanges.Apply(settings, input);
        return settings with
        {
            Stream = Stream(table, input),
            IsDeletionProtected = input.Flag("DeletionProtectionEnabled") ?? table.IsDeletionProtected,
            TableClass = TableSettingsReader.ReadClass(input) ?? table.TableClass,
        };
    }

    private static void CheckParameters(JsonInput input)
    {
        TableParameters.Check(input);
        if (!Array.Exists(Parameters, input.Has))
        {
            throw DynamoDbErrors.Validation(
                "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
    }

    private static TableSettings WithCapacity(TableSettings table, JsonInput input)
    {
        var mode = ThroughputReader.ReadMode(input);
        var throughput = ThroughputReader.Read(input);
        var isOnDemand = mode ?? table.IsOnDemand;
        if (isOnDemand && throughput is not null)
        {
            throw DynamoDbErrors.InvalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        }

        if (mode == false && throughput is null)
        {
            throw DynamoDbErrors.InvalidParameter("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        }

        if (throughput is not null && throughput == table.Throughput && mode is null)
        {
            throw DynamoDbErrors.Validation(FormattableString.Invariant(
                $"The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: {throughput.Read}. Requested ReadCapacityUnits: {throughput.Read}. ") + FormattableString.Invariant(
                $"Current WriteCapacityUnits provisioned for the table: {throughput.Write}. Requested WriteCapacityUnits: {throughput.Write}. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."));
        }

        return table with { IsOnDemand = isOnDemand, Throughput = isOnDemand ? Throughput.OnDemand : throughput ?? table.Throughput };
    }

    private static StreamSettings? Stream(TableSettings table, JsonInput input)
    {
        if (StreamSettingsReader.Read(input) is not { } wanted)
        {
            return table.Stream;
        }

        if (wanted.IsEnabled && table.Stream is not null)
        {
            throw DynamoDbErrors.Validation("Table already has an enabled stream: TableName: " + table.Name);
        }

        if (!wanted.IsEnabled && table.Stream is null)
        {
            throw DynamoDbErrors.Validation("Table has no stream to disable: TableName: " + table.Name);
        }

        return wanted.IsEnabled ? wanted : null;
    }
}
