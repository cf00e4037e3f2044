using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class RemoveTargetsOperation
{
    internal static readonly EventBridgeOperation<RemoveTargetsRequest, RemoveTargetsResponse> Instance = new("RemoveTargets", Write, Read);

    private static void Write(Utf8JsonWriter json, RemoveTargetsRequest request)
    {
        json.Field("EventBusName", request.EventBusName);
        json.Field("Force", request.Force);
        json.Field("Ids", request.Ids);
        json.Field("Rule", request.Rule);
    }

    private static RemoveTargetsResponse Read(JsonElement json) => new()
    {
        FailedEntries = json.List("FailedEntries", ReadEntry),
        FailedEntryCount = json.Whole("FailedEntryCount"),
    };

    private static RemoveTargetsResultEntry ReadEntry(JsonElement json) => new()
    {
        ErrorCode = json.Text("ErrorCode"),
        ErrorMessage = json.Text("ErrorMessage"),
        TargetId = json.Text("TargetId"),
    };
}
