using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class CreateEventBusOperation
{
    internal static readonly EventBridgeOperation<CreateEventBusRequest, CreateEventBusResponse> Instance = new("CreateEventBus", Write, Read);

    private static void Write(Utf8JsonWriter json, CreateEventBusRequest request)
    {
        json.Field("Description", request.Description);
        json.Field("Name", request.Name);
    }

    private static CreateEventBusResponse Read(JsonElement json) => new()
    {
        Description = json.Text("Description"),
        EventBusArn = json.Text("EventBusArn"),
    };
}
