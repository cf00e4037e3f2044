namespace Patterns.TwoWayChain.Internal;

/// <summary>The message of a schedule, of which nothing matters but that it comes.</summary>
internal readonly record struct Tick;
