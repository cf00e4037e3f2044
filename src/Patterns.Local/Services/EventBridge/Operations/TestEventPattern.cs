using System.Text.Json;
using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Rules;
using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class TestEventPattern
{
    private static readonly string[] s_required = ["id", "detail-type", "source", "account", "time", "region", "resources", "detail"];

    public static void Run(EventBridgeCall call)
    {
        var pattern = RuleCheck.Pattern(call.Required("EventPattern"));
        call.Answer.WriteBoolean("Result", pattern.Matches(Event(call.Required("Event"))));
    }

    private static JsonElement Event(string text)
    {
        try
        {
            var item = JsonElement.Parse(text, EventJson.ReadOptions);
            return item.ValueKind == JsonValueKind.Object && Array.TrueForAll(s_required, name => item.TryGetProperty(name, out _))
                ? item
                : throw EventBridgeErrors.Validation($"Parameter Event is not valid. Reason: an event needs all of {string.Join(", ", s_required)}.");
        }
        catch (JsonException malformed)
        {
            throw EventBridgeErrors.Validation($"Parameter Event is not valid. Reason: it is no JSON: {malformed.Message}");
        }
    }
}
