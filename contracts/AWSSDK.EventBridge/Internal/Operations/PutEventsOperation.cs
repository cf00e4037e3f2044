using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class PutEventsOperation
{
    internal static readonly EventBridgeOperation<PutEventsRequest, PutEventsResponse> Instance = new("PutEvents", Write, Read);

    private static void Write(Utf8JsonWriter json, PutEventsRequest request)
    {
        json.Field("EndpointId", request.EndpointId);
        json.Field("Entries", request.Entries, WriteEntry);
    }

    private static PutEventsResponse Read(JsonElement json) => new()
    {
        Entries = json.List("Entries", ReadEntry),
        FailedEntryCount = json.Whole("FailedEntryCount"),
    };

    private static void WriteEntry(Utf8JsonWriter json, PutEventsRequestEntry entry)
    {
        json.WriteStartObject();
        json.Field("Detail", entry.Detail);
        json.Field("DetailType", entry.DetailType);
        json.Field("EventBusName", entry.EventBusName);
        json.Field("Resources", entry.Resources);
        json.Field("Source", entry.Source);
        json.Field("Time", entry.Time);
        json.Field("TraceHeader", entry.TraceHeader);
        json.WriteEndObject();
    }

    private static PutEventsResultEntry ReadEntry(JsonElement json) => new()
    {
        ErrorCode = json.Text("ErrorCode"),
        ErrorMessage = json.Text("ErrorMessage"),
        EventId = json.Text("EventId"),
    };
}
