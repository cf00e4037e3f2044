namespace Cqrs.Functions;

public sealed record HolderPage(IReadOnlyList<PolicyRow> Policies);
