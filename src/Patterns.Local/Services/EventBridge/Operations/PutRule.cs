using Patterns.Local.Services.EventBridge.Rules;
using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class PutRule
{
    private const string Enabled = "ENABLED";

    public static void Run(EventBridgeCall call)
    {
        var state = call.Input.Text("State") ?? Enabled;
        if (state is not (Enabled or "DISABLED" or "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"))
        {
            throw EventBridgeErrors.Constraint(state, "state", "Member must satisfy enum value set: [ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]");
        }

        var rule = call.Service.Rules.Put(call.Bus(), call.Required("Name"), new RuleSettings
        {
            PatternText = call.Input.Text("EventPattern"),
            Schedule = call.Input.Text("ScheduleExpression"),
            IsEnabled = state != "DISABLED",
            Description = call.Input.Text("Description"),
            RoleArn = call.Input.Text("RoleArn"),
        });
        call.Answer.WriteString("RuleArn", rule.Arn);
    }
}
