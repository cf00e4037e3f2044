using Patterns.Aws;
using Patterns.Cqrs;
using Patterns.Tables;

namespace Cqrs.Functions;

/// <summary>The write side: policies, their events, and the commands.</summary>
internal static class Policies
{
    public const string Type = "policy";

    private static readonly EventTypes<PolicyEvent> s_events = new EventTypes<PolicyEvent>()
        .With("policy.opened", Json.Default.Opened)
        .With("policy.premium-changed", Json.Default.PremiumChanged)
        .With("policy.cancelled", Json.Default.Cancelled);

    public static EventStore<PolicyEvent> Events { get; } = new(Table.From(Environment.GetEnvironmentVariable("POLICIES_TABLE")!), Type, s_events);

    public static CommandRouter Commands { get; } = CommandsOf(new(Events, new PolicyRules()));

    private static CommandRouter CommandsOf(AggregateStore<PolicyState, PolicyCommand, PolicyEvent> policies) => new CommandRouter(Events.Table)
        .With("policy.open", 1, Json.Default.Open, Json.Default.PolicyVersion, new OpenPolicy(policies))
        .With("policy.change-premium", 1, Json.Default.ChangePremium, Json.Default.PolicyVersion, new ChangePremium(policies))
        .With("policy.cancel", 1, Json.Default.Cancel, Json.Default.PolicyVersion, new CancelPolicy(policies));
}
