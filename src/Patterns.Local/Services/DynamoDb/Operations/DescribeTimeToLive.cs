using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class DescribeTimeToLive : TableOperation
{
    public override string Name => nameof(DescribeTimeToLive);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        var attribute = call.Service.FindNamed(input.Text("TableName")).Expiry.AttributeName;
        call.Json.WriteStartObject("TimeToLiveDescription");
        call.Json.WriteString("TimeToLiveStatus", attribute is null ? "DISABLED" : "ENABLED");
        if (attribute is not null)
        {
            call.Json.WriteString("AttributeName", attribute);
        }

        call.Json.WriteEndObject();
    }
}
