using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class ListEventBuses
{
    public static void Run(EventBridgeCall call)
    {
        var prefix = call.Input.Text("NamePrefix") ?? "";
        call.WritePage("EventBuses", call.Service.Buses.All.Where(bus => bus.Name.StartsWith(prefix, StringComparison.Ordinal)), static (json, bus) =>
        {
            json.WriteStartObject();
            EventBridgeJson.WriteBus(json, bus);
            json.WriteEndObject();
        });
    }
}
