namespace Patterns.Local.Services.Firehose.Delivery;

/// <summary>Where in a Kinesis stream a record comes from.</summary>
internal sealed record SourcePosition(string ShardId, string PartitionKey, string SequenceNumber, DateTimeOffset ArrivedAt);
