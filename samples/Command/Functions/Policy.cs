using Patterns.Cqrs;

namespace Command.Functions;

public abstract record PolicyEvent
{
    public sealed record Opened(string Holder, decimal Cover) : PolicyEvent;

    public sealed record CoverChanged(decimal Cover) : PolicyEvent;

    public sealed record Cancelled(string Reason) : PolicyEvent;
}

public abstract record PolicyCommand
{
    public sealed record Open(string Holder, decimal Cover) : PolicyCommand;

    public sealed record ChangeCover(decimal Cover) : PolicyCommand;

    public sealed record Cancel(string Reason) : PolicyCommand;
}

/// <summary>What the rules need to know of a policy.</summary>
public sealed record PolicyState(string? Holder, decimal Cover, bool IsCancelled);

/// <summary>The rules of policies.</summary>
public sealed class PolicyRules : Decider<PolicyState, PolicyCommand, PolicyEvent>
{
    public override PolicyState Initial { get; } = new(null, 0, IsCancelled: false);

    public override IEnumerable<PolicyEvent> Decide(PolicyState state, PolicyCommand command) => (state, command) switch
    {
        ({ IsCancelled: true }, _) => throw new CommandRefusedException("policy-is-cancelled", "The policy was cancelled."),
        ({ Holder: null }, PolicyCommand.Open open) => [new PolicyEvent.Opened(open.Holder, open.Cover)],
        ({ Holder: null }, _) => throw new CommandRefusedException("no-policy", "There is no such policy."),
        (_, PolicyCommand.Open) => throw new CommandRefusedException("policy-is-open", "The policy was opened before."),
        (_, PolicyCommand.ChangeCover change) when change.Cover > 10 * state.Cover => throw new CommandRefusedException("too-much-at-once", "A cover grows tenfold at most."),
        (_, PolicyCommand.ChangeCover change) => change.Cover == state.Cover ? [] : [new PolicyEvent.CoverChanged(change.Cover)],
        (_, PolicyCommand.Cancel cancel) => [new PolicyEvent.Cancelled(cancel.Reason)],
        _ => throw new InvalidOperationException($"{command} is no command of a policy."),
    };

    public override PolicyState Evolve(PolicyState state, PolicyEvent happened) => happened switch
    {
        PolicyEvent.Opened opened => state with { Holder = opened.Holder, Cover = opened.Cover },
        PolicyEvent.CoverChanged changed => state with { Cover = changed.Cover },
        PolicyEvent.Cancelled => state with { IsCancelled = true },
        _ => throw new InvalidOperationException($"{happened} is no event of a policy."),
    };
}
