namespace Amazon.Kinesis.Model;

/// <summary>Continues a shard in two.</summary>
public class SplitShardRequest : AmazonKinesisRequest
{
    public string NewStartingHashKey { get; set; }

    public string ShardToSplit { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
