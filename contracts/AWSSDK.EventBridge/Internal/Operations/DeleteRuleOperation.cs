using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class DeleteRuleOperation
{
    internal static readonly EventBridgeOperation<DeleteRuleRequest, DeleteRuleResponse> Instance = new("DeleteRule", Write);

    private static void Write(Utf8JsonWriter json, DeleteRuleRequest request)
    {
        json.Field("EventBusName", request.EventBusName);
        json.Field("Force", request.Force);
        json.Field("Name", request.Name);
    }
}
