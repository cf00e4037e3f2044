namespace Amazon.Kinesis.Model;

/// <summary>Asks for a place in a shard.</summary>
public class GetShardIteratorRequest : AmazonKinesisRequest
{
    public string ShardId { get; set; }

    public ShardIteratorType ShardIteratorType { get; set; }

    public string StartingSequenceNumber { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }

    public DateTime? Timestamp { get; set; }
}
