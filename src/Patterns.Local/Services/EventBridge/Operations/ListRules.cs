using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class ListRules
{
    public static void Run(EventBridgeCall call)
    {
        var prefix = call.Input.Text("NamePrefix") ?? "";
        call.WritePage("Rules", call.Bus().Rules.Values.Where(rule => rule.Name.StartsWith(prefix, StringComparison.Ordinal)), static (json, rule) =>
        {
            json.WriteStartObject();
            EventBridgeJson.WriteRule(json, rule);
            json.WriteEndObject();
        });
    }
}
