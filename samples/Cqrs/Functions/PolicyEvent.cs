namespace Cqrs.Functions;

/// <summary>What happens to a policy. Every event has what a view needs to find its rows: a projection reads nothing else.</summary>
public abstract record PolicyEvent(string Holder, string Line)
{
    public sealed record Opened(string Holder, string Line, decimal Premium) : PolicyEvent(Holder, Line);

    public sealed record PremiumChanged(string Holder, string Line, decimal Before, decimal Premium) : PolicyEvent(Holder, Line);

    public sealed record Cancelled(string Holder, string Line, decimal Premium) : PolicyEvent(Holder, Line);
}
