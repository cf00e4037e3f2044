namespace Patterns.Resilience.Internal;

/// <summary>A call that was let through.</summary>
/// <param name="ProbeOf">The end of the break after which it tries; null for a call of a closed circuit.</param>
internal readonly record struct CircuitPermit(DateTimeOffset? ProbeOf);
