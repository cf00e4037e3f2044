using Patterns.Cqrs;

namespace Cqrs.Functions;

/// <summary>The rules: a policy is opened once, changes while it is open, and is cancelled for good.</summary>
public sealed class PolicyRules : Decider<PolicyState, PolicyCommand, PolicyEvent>
{
    public override PolicyState Initial { get; } = new(IsOpen: false, WasCancelled: false, "", "", 0);

    public override IEnumerable<PolicyEvent> Decide(PolicyState state, PolicyCommand command) => (state, command) switch
    {
        ({ IsOpen: true } or { WasCancelled: true }, PolicyCommand.Open) => throw new CommandRefusedException("policy-exists", "There is a policy with this id."),
        (_, PolicyCommand.Open open) => [new PolicyEvent.Opened(open.Holder, open.Line, open.Premium)],
        ({ WasCancelled: true }, _) => throw new CommandRefusedException("policy-cancelled", "The policy was cancelled."),
        ({ IsOpen: false }, _) => throw new CommandRefusedException("no-policy", "There is no policy with this id."),
        (_, PolicyCommand.ChangePremium change) when change.Premium == state.Premium => [],
        (_, PolicyCommand.ChangePremium change) => [new PolicyEvent.PremiumChanged(state.Holder, state.Line, state.Premium, change.Premium)],
        _ => [new PolicyEvent.Cancelled(state.Holder, state.Line, state.Premium)],
    };

    public override PolicyState Evolve(PolicyState state, PolicyEvent happened) => happened switch
    {
        PolicyEvent.Opened opened => state with { IsOpen = true, Holder = opened.Holder, Line = opened.Line, Premium = opened.Premium },
        PolicyEvent.PremiumChanged changed => state with { Premium = changed.Premium },
        _ => state with { IsOpen = false, WasCancelled = true },
    };
}
