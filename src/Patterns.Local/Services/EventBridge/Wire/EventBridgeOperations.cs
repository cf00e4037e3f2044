using Patterns.Local.Services.EventBridge.Operations;

namespace Patterns.Local.Services.EventBridge.Wire;

/// <summary>Every operation of the API that is emulated, by name.</summary>
internal static class EventBridgeOperations
{
    /// <exception cref="AwsException">There is no such operation here.</exception>
    public static Action<EventBridgeCall> Find(string name) => name switch
    {
        nameof(CreateEventBus) => CreateEventBus.Run,
        nameof(DeleteEventBus) => DeleteEventBus.Run,
        nameof(DeleteRule) => DeleteRule.Run,
        nameof(DescribeEventBus) => DescribeEventBus.Run,
        nameof(DescribeRule) => DescribeRule.Run,
        nameof(DisableRule) => DisableRule.Run,
        nameof(EnableRule) => EnableRule.Run,
        nameof(ListEventBuses) => ListEventBuses.Run,
        nameof(ListRuleNamesByTarget) => ListRuleNamesByTarget.Run,
        nameof(ListRules) => ListRules.Run,
        nameof(ListTargetsByRule) => ListTargetsByRule.Run,
        nameof(PutEvents) => PutEvents.Run,
        nameof(PutRule) => PutRule.Run,
        nameof(PutTargets) => PutTargets.Run,
        nameof(RemoveTargets) => RemoveTargets.Run,
        nameof(TestEventPattern) => TestEventPattern.Run,
        _ => throw AwsException.UnknownOperation("events", name),
    };
}
