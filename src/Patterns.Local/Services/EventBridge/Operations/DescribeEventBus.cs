using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class DescribeEventBus
{
    public static void Run(EventBridgeCall call)
    {
        EventBridgeJson.WriteBus(call.Answer, call.Service.Buses.Get(call.Input.Text("Name")));
    }
}
