using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Reads provisioned capacity and the billing mode.</summary>
internal static class ThroughputReader
{
    private const long Most = 1_000_000_000_000;

    /// <summary>The capacity of a table or index; null where none is given.</summary>
    /// <exception cref="AwsException">It is out of bounds.</exception>
    public static Throughput? Read(JsonInput owner, string? path = null)
    {
        var prefix = path is null ? "" : path + ".";
        return owner.Object("ProvisionedThroughput") is { } input
            ? new Throughput(Units(input, "ReadCapacityUnits", prefix), Units(input, "WriteCapacityUnits", prefix))
            : null;
    }

    /// <summary>Whether the table is on demand; null where no mode is given.</summary>
    /// <exception cref="AwsException">It is no mode.</exception>
    public static bool? ReadMode(JsonInput input) => input.Text("BillingMode") switch
    {
        null => null,
        "PROVISIONED" => false,
        "PAY_PER_REQUEST" => true,
        var other => throw DynamoDbErrors.NotInSet(other, "billingMode", "PROVISIONED", "PAY_PER_REQUEST"),
    };

    private static long Units(JsonInput input, string name, string prefix)
    {
        var path = $"{prefix}provisionedThroughput.{char.ToLowerInvariant(name[0])}{name[1..]}";
        var units = input.Number(name) ?? throw DynamoDbErrors.NullMember(path);
        if (units < 1)
        {
            throw DynamoDbErrors.OutOfRange(units, path, 1);
        }

        return units <= Most
            ? units
            : throw DynamoDbErrors.Validation(FormattableString.Invariant($"Given value {units} for {name} is out of bounds"));
    }
}
