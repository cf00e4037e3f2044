namespace Amazon.Kinesis.Model;

/// <summary>Continues two neighbouring shards in one.</summary>
public class MergeShardsRequest : AmazonKinesisRequest
{
    public string AdjacentShardToMerge { get; set; }

    public string ShardToMerge { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
