using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class DescribeRule
{
    public static void Run(EventBridgeCall call)
    {
        EventBridgeJson.WriteRule(call.Answer, call.Bus().Rule(call.Required("Name")));
    }
}
