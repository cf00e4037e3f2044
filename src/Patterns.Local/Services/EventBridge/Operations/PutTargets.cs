using Patterns.Local.Services.EventBridge.Rules;
using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class PutTargets
{
    public static void Run(EventBridgeCall call)
    {
        var targets = call.Input.Objects("Targets") ?? throw EventBridgeErrors.Missing("targets");
        if (targets.Count is 0 or > EventBridgeLimits.TargetsPerRequest)
        {
            throw EventBridgeErrors.Constraint($"{targets.Count} targets", "targets", $"Member must have length from 1 to {EventBridgeLimits.TargetsPerRequest}");
        }

        call.Service.Rules.PutTargets(call.Bus(), call.Required("Rule"), [.. targets.Select(TargetReader.Read)]);
        call.Answer.WriteNumber("FailedEntryCount", 0);
        call.Answer.WriteStartArray("FailedEntries");
        call.Answer.WriteEndArray();
    }
}
