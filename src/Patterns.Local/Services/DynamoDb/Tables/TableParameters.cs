using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>The parameters of new and changed tables that would change what a table does, and are not emulated.</summary>
internal static class TableParameters
{
    private static readonly string[] NotEmulated =
        ["ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates", "GlobalTableSourceArn", "GlobalTableSettingsReplicationMode"];

    /// <exception cref="AwsException">The request has one of them.</exception>
    public static void Check(JsonInput input)
    {
        if (Array.Find(NotEmulated, input.Has) is { } refused)
        {
            throw DynamoDbErrors.Validation($"{refused} is not emulated here; docs/conformance.md lists what is.");
        }
    }
}
