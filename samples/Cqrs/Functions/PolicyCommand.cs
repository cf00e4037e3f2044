namespace Cqrs.Functions;

/// <summary>What may be asked of a policy.</summary>
public abstract record PolicyCommand(string PolicyId)
{
    public sealed record Open(string PolicyId, string Holder, string Line, decimal Premium) : PolicyCommand(PolicyId);

    public sealed record ChangePremium(string PolicyId, decimal Premium) : PolicyCommand(PolicyId);

    public sealed record Cancel(string PolicyId) : PolicyCommand(PolicyId);
}
