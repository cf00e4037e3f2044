namespace Patterns.Firehose;

/// <summary>Where in a Kinesis stream a record comes from.</summary>
/// <param name="ShardId">The shard.</param>
/// <param name="PartitionKey">The key by which the record came into the shard.</param>
/// <param name="SequenceNumber">The record's place in the shard.</param>
public sealed record FirehoseKinesisMetadata(string? ShardId, string? PartitionKey, string? SequenceNumber);
