using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>Everything is served where the runner listens.</summary>
internal sealed class DescribeEndpoints : TableOperation
{
    private const int CachePeriodInMinutes = 1440;

    public override string Name => nameof(DescribeEndpoints);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        call.Json.WriteStartArray("Endpoints");
        call.Json.WriteStartObject();
        call.Json.WriteString("Address", new Uri(call.Service.Aws.Endpoint).Authority);
        call.Json.WriteNumber("CachePeriodInMinutes", CachePeriodInMinutes);
        call.Json.WriteEndObject();
        call.Json.WriteEndArray();
    }
}
