using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>The default quotas of an account; capacity is no limit here.</summary>
internal sealed class DescribeLimits : TableOperation
{
    private const int AccountUnits = 80_000;
    private const int TableUnits = 40_000;

    public override string Name => nameof(DescribeLimits);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        call.Json.WriteNumber("AccountMaxReadCapacityUnits", AccountUnits);
        call.Json.WriteNumber("AccountMaxWriteCapacityUnits", AccountUnits);
        call.Json.WriteNumber("TableMaxReadCapacityUnits", TableUnits);
        call.Json.WriteNumber("TableMaxWriteCapacityUnits", TableUnits);
    }
}
