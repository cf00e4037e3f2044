using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class TestEventPatternOperation
{
    internal static readonly EventBridgeOperation<TestEventPatternRequest, TestEventPatternResponse> Instance = new("TestEventPattern", Write, Read);

    private static void Write(Utf8JsonWriter json, TestEventPatternRequest request)
    {
        json.Field("Event", request.Event);
        json.Field("EventPattern", request.EventPattern);
    }

    private static TestEventPatternResponse Read(JsonElement json) => new()
    {
        Result = json.Flag("Result"),
    };
}
