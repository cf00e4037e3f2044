using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class EnableRuleOperation
{
    internal static readonly EventBridgeOperation<EnableRuleRequest, EnableRuleResponse> Instance = new("EnableRule", Write);

    private static void Write(Utf8JsonWriter json, EnableRuleRequest request)
    {
        json.Field("EventBusName", request.EventBusName);
        json.Field("Name", request.Name);
    }
}
