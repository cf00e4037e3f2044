namespace Patterns.Cqrs.Internal;

/// <summary>What makes a change one of its kind, and when it was stored.</summary>
internal readonly record struct ChangeMark(string AggregateId, long Version, DateTimeOffset At);
