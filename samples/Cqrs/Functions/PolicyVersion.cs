namespace Cqrs.Functions;

/// <summary>The reply of every command: which version of the policy it led to.</summary>
public sealed record PolicyVersion(string PolicyId, long Version);
