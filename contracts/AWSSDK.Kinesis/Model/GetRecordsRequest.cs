namespace Amazon.Kinesis.Model;

/// <summary>Reads records from a place in a shard.</summary>
public class GetRecordsRequest : AmazonKinesisRequest
{
    public int? Limit { get; set; }

    public string ShardIterator { get; set; }

    public string StreamARN { get; set; }
}
