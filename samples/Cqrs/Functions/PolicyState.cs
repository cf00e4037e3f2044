namespace Cqrs.Functions;

/// <summary>What the rules need to know of a policy.</summary>
public sealed record PolicyState(bool IsOpen, bool WasCancelled, string Holder, string Line, decimal Premium);
