namespace Patterns.FanIn.Internal;

/// <summary>Where an aggregate's timer stands.</summary>
internal readonly record struct TimerPlace(int Shard, DateTimeOffset Due);
