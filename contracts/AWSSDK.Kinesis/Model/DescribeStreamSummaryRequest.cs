namespace Amazon.Kinesis.Model;

/// <summary>Asks for a stream without its shards.</summary>
public class DescribeStreamSummaryRequest : AmazonKinesisRequest
{
    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
