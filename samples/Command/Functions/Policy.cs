using Patterns.Cqrs;

namespace Command.Functions;

public abstract record PolicyEvent
{
    public sealed record Opened(string Holder, decimal Cover) : PolicyEvent;

    public sealed record CoverChanged(decimal Cover) : PolicyEvent;

    public sealed record Cancelled(string Reason) : PolicyEvent;
}

/// <summary>What somebody asks for. Who asks is part of it, so that it is decided on the same state as all else.</summary>
public abstract record PolicyCommand(string Actor)
{
    public sealed record Open(string Actor, decimal Cover) : PolicyCommand(Actor);

    public sealed record ChangeCover(string Actor, decimal Cover) : PolicyCommand(Actor);

    public sealed record Cancel(string Actor, string Reason) : PolicyCommand(Actor);
}

/// <summary>What the rules need to know of a policy.</summary>
public sealed record PolicyState(string? Holder, decimal Cover, bool IsCancelled);

/// <summary>The rules of policies.</summary>
public sealed class PolicyRules : Decider<PolicyState, PolicyCommand, PolicyEvent>
{
    public override PolicyState Initial { get; } = new(null, 0, IsCancelled: false);

    public override IEnumerable<PolicyEvent> Decide(PolicyState state, PolicyCommand command) => (state, command) switch
    {
        ({ Holder: null }, PolicyCommand.Open open) => [new PolicyEvent.Opened(open.Actor, open.Cover)],
        ({ Holder: null }, _) => throw new CommandRefusedException("no-policy", "There is no such policy."),
        (_, PolicyCommand.Open) => throw new CommandRefusedException("policy-is-open", "The policy was opened before."),
        ({ Holder: var holder }, _) when holder != command.Actor => throw new CommandRefusedException("not-the-holder", "It is the policy of somebody else."),
        ({ IsCancelled: true }, _) => throw new CommandRefusedException("policy-is-cancelled", "The policy was cancelled."),
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
