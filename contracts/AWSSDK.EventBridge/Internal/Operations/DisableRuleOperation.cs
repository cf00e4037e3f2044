using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class DisableRuleOperation
{
    internal static readonly EventBridgeOperation<DisableRuleRequest, DisableRuleResponse> Instance = new("DisableRule", Write);

    private static void Write(Utf8JsonWriter json, DisableRuleRequest request)
    {
        json.Field("EventBusName", request.EventBusName);
        json.Field("Name", request.Name);
    }
}
