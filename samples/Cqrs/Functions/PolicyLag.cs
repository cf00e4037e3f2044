namespace Cqrs.Functions;

/// <summary>How far a policy has come: what is stored, and what the view shows of it.</summary>
public sealed record PolicyLag(string PolicyId, long Stored, long Shown);
