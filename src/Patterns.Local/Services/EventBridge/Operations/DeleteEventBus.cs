using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class DeleteEventBus
{
    public static void Run(EventBridgeCall call)
    {
        call.Service.Buses.Delete(call.Required("Name"));
    }
}
