namespace Patterns.Resilience.Internal;

/// <summary>A call that was let through.</summary>
/// <param name="ProbeOf">The end of the break after which it tries; null for a call of a closed circuit.</param>
/// <param name="ProbeUntil">When another one may try, unless this one ends before.</param>
internal readonly record struct CircuitPermit(DateTimeOffset? ProbeOf, DateTimeOffset? ProbeUntil = null);
