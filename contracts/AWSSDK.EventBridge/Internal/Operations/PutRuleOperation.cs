using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class PutRuleOperation
{
    internal static readonly EventBridgeOperation<PutRuleRequest, PutRuleResponse> Instance = new("PutRule", Write, Read);

    private static void Write(Utf8JsonWriter json, PutRuleRequest request)
    {
        json.Field("Description", request.Description);
        json.Field("EventBusName", request.EventBusName);
        json.Field("EventPattern", request.EventPattern);
        json.Field("Name", request.Name);
        json.Field("RoleArn", request.RoleArn);
        json.Field("ScheduleExpression", request.ScheduleExpression);
        json.Field("State", request.State?.Value);
    }

    private static PutRuleResponse Read(JsonElement json) => new()
    {
        RuleArn = json.Text("RuleArn"),
    };
}
