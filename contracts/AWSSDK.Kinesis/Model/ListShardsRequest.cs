namespace Amazon.Kinesis.Model;

/// <summary>Asks for the shards of a stream, page by page.</summary>
public class ListShardsRequest : AmazonKinesisRequest
{
    public string ExclusiveStartShardId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public ShardFilter ShardFilter { get; set; }

    public string StreamARN { get; set; }

    public DateTime? StreamCreationTimestamp { get; set; }

    public string StreamName { get; set; }
}
