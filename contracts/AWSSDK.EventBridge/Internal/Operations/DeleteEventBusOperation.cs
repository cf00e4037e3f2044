using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class DeleteEventBusOperation
{
    internal static readonly EventBridgeOperation<DeleteEventBusRequest, DeleteEventBusResponse> Instance = new("DeleteEventBus", Write);

    private static void Write(Utf8JsonWriter json, DeleteEventBusRequest request)
    {
        json.Field("Name", request.Name);
    }
}
