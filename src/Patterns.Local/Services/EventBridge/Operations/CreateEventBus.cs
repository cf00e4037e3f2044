using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class CreateEventBus
{
    public static void Run(EventBridgeCall call)
    {
        var bus = call.Service.Buses.Create(call.Input.Text("Name"), call.Input.Text("Description"));
        call.Answer.WriteString("EventBusArn", bus.Arn);
    }
}
