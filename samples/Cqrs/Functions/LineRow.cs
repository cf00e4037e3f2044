namespace Cqrs.Functions;

/// <summary>All open policies of a line of business together.</summary>
public sealed record LineRow(string Line, int Policies, decimal Premium);
