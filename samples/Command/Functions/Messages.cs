using Patterns.Cqrs;

namespace Command.Functions;

// The arguments of commands. Who asks is in none of them.
public sealed record OpenPolicy(string PolicyId, decimal Cover);

public sealed record ChangeCover(string PolicyId, decimal Cover);

public sealed record CancelPolicy(string PolicyId, string Reason);

/// <summary>The result of every command.</summary>
public sealed record PolicyReply(string PolicyId, long Version)
{
    public static PolicyReply Of(AggregateDecision<PolicyState, PolicyEvent> decision) => new(decision.After.Id, decision.After.Version);
}

/// <summary>A command of the journal.</summary>
public sealed record JournalLine(string Key, string Name, string? Actor, DateTimeOffset At, string? Refusal);
