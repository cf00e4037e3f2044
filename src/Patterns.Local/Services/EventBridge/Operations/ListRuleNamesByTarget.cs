using Patterns.Local.Services.EventBridge.Wire;

namespace Patterns.Local.Services.EventBridge.Operations;

internal static class ListRuleNamesByTarget
{
    public static void Run(EventBridgeCall call)
    {
        var arn = call.Required("TargetArn");
        var names = call.Bus().Rules.Values.Where(rule => rule.Targets.Values.Any(target => target.Arn == arn)).Select(rule => rule.Name);
        call.WritePage("RuleNames", names, static (json, name) => json.WriteStringValue(name));
    }
}
