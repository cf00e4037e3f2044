namespace Cqrs.Functions;

/// <summary>A policy as its holder sees it.</summary>
public sealed record PolicyRow(string PolicyId, string Line, decimal Premium, bool IsOpen, long Version, DateTimeOffset At);
