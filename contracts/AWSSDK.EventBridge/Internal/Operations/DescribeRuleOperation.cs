using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class DescribeRuleOperation
{
    internal static readonly EventBridgeOperation<DescribeRuleRequest, DescribeRuleResponse> Instance = new("DescribeRule", Write, Read);

    private static void Write(Utf8JsonWriter json, DescribeRuleRequest request)
    {
        json.Field("EventBusName", request.EventBusName);
        json.Field("Name", request.Name);
    }

    private static DescribeRuleResponse Read(JsonElement json) => new()
    {
        Arn = json.Text("Arn"),
        Description = json.Text("Description"),
        EventBusName = json.Text("EventBusName"),
        EventPattern = json.Text("EventPattern"),
        Name = json.Text("Name"),
        RoleArn = json.Text("RoleArn"),
        ScheduleExpression = json.Text("ScheduleExpression"),
        State = json.Text("State"),
    };
}
