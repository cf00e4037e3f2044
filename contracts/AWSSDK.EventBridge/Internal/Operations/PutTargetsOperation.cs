using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class PutTargetsOperation
{
    internal static readonly EventBridgeOperation<PutTargetsRequest, PutTargetsResponse> Instance = new("PutTargets", Write, Read);

    private static void Write(Utf8JsonWriter json, PutTargetsRequest request)
    {
        json.Field("EventBusName", request.EventBusName);
        json.Field("Rule", request.Rule);
        json.Field("Targets", request.Targets, TargetJson.Write);
    }

    private static PutTargetsResponse Read(JsonElement json) => new()
    {
        FailedEntries = json.List("FailedEntries", ReadEntry),
        FailedEntryCount = json.Whole("FailedEntryCount"),
    };

    private static PutTargetsResultEntry ReadEntry(JsonElement json) => new()
    {
        ErrorCode = json.Text("ErrorCode"),
        ErrorMessage = json.Text("ErrorMessage"),
        TargetId = json.Text("TargetId"),
    };
}
