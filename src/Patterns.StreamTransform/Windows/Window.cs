namespace Patterns.Windows;

/// <summary>A window of one shard.</summary>
/// <param name="Start">The first moment of the window.</param>
/// <param name="End">The first moment after it.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="StreamArn">The stream.</param>
public sealed record Window(DateTimeOffset Start, DateTimeOffset End, string ShardId, string StreamArn);
