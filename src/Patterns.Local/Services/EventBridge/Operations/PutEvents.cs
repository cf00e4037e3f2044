using System.Text.Json;
using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Wire;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class PutEvents
{
    public static void Run(EventBridgeCall call)
    {
        if (call.Input.Has("EndpointId"))
        {
            throw EventBridgeErrors.Validation("Global endpoints are not emulated here; leave EndpointId out.");
        }

        var entries = call.Input.Objects("Entries") ?? throw EventBridgeErrors.Missing("entries");
        var results = call.Service.Put([.. entries.Select(Entry)]);
        call.Answer.WriteNumber("FailedEntryCount", results.Count(result => result.ErrorCode is not null));
        call.Answer.WriteStartArray("Entries");
        foreach (var result in results)
        {
            Write(call.Answer, result);
        }

        call.Answer.WriteEndArray();
    }

    private static PutEntry Entry(JsonMembers entry) => new()
    {
        Bus = entry.Text("EventBusName"),
        Source = entry.Text("Source"),
        DetailType = entry.Text("DetailType"),
        Detail = entry.Text("Detail"),
        Resources = entry.Texts("Resources") ?? [],
        Time = entry.Time("Time"),
    };

    private static void Write(Utf8JsonWriter json, PutResult result)
    {
        json.WriteStartObject();
        if (result.EventId is not null)
        {
            json.WriteString("EventId", result.EventId);
        }
        else
        {
            json.WriteString("ErrorCode", result.ErrorCode);
            json.WriteString("ErrorMessage", result.ErrorMessage);
        }

        json.WriteEndObject();
    }
}
