using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class RemoveTargets
{
    public static void Run(EventBridgeCall call)
    {
        var ids = call.Input.Texts("Ids") ?? throw EventBridgeErrors.Missing("ids");
        var missing = call.Service.Rules.RemoveTargets(call.Bus(), call.Required("Rule"), ids);
        call.Answer.WriteNumber("FailedEntryCount", missing.Count);
        call.Answer.WriteStartArray("FailedEntries");
        foreach (var id in missing)
        {
            call.Answer.WriteStartObject();
            call.Answer.WriteString("TargetId", id);
            call.Answer.WriteString("ErrorCode", "ResourceNotFoundException");
            call.Answer.WriteString("ErrorMessage", $"Target {id} does not exist on the rule.");
            call.Answer.WriteEndObject();
        }

        call.Answer.WriteEndArray();
    }
}
