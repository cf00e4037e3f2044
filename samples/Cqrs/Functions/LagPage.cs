namespace Cqrs.Functions;

public sealed record LagPage(IReadOnlyList<PolicyLag> Policies);
