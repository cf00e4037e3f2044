namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>What happens to accounts. Every event has the id of its command, so that effects can be counted.</summary>
public abstract record AccountEvent(string Id)
{
    public sealed record Deposited(string Id, long Amount) : AccountEvent(Id);

    public sealed record Withdrawn(string Id, long Amount, string Reason = "none") : AccountEvent(Id);
}
