using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class ListTargetsByRule
{
    public static void Run(EventBridgeCall call)
    {
        call.WritePage("Targets", call.Bus().Rule(call.Required("Rule")).Targets.Values, static (json, target) => target.Json.WriteTo(json));
    }
}
