using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class DescribeEventBusOperation
{
    internal static readonly EventBridgeOperation<DescribeEventBusRequest, DescribeEventBusResponse> Instance = new("DescribeEventBus", Write, Read);

    private static void Write(Utf8JsonWriter json, DescribeEventBusRequest request)
    {
        json.Field("Name", request.Name);
    }

    private static DescribeEventBusResponse Read(JsonElement json) => new()
    {
        Arn = json.Text("Arn"),
        Description = json.Text("Description"),
        Name = json.Text("Name"),
    };
}
