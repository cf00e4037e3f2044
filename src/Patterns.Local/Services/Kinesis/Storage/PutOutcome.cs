namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>What became of a record.</summary>
/// <param name="ShardId">The shard that it belongs to.</param>
/// <param name="SequenceNumber">Its number; null when the shard had no room for it now.</param>
internal readonly record struct PutOutcome(string ShardId, string? SequenceNumber);
