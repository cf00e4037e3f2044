namespace Patterns.Firehose;

/// <summary>Where in a Kinesis stream a record comes from.</summary>
/// <param name="ShardId">The shard.</param>
/// <param name="PartitionKey">The key by which the record came into the shard.</param>
/// <param name="SequenceNumber">The record's place in the shard.</param>
public sealed record FirehoseKinesisMetadata(string? ShardId, string? PartitionKey, string? SequenceNumber)
{
    /// <summary>
    /// The record's place among those that a producer aggregated into one, which Firehose takes apart and which share a sequence number;
    /// null where the event does not say.
    /// </summary>
    public long? SubsequenceNumber { get; init; }
}
