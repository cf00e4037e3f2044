namespace Amazon.Kinesis.Model;

/// <summary>One record to write to a stream.</summary>
public class PutRecordRequest : AmazonKinesisRequest
{
    public MemoryStream Data { get; set; }

    public string ExplicitHashKey { get; set; }

    public string PartitionKey { get; set; }

    public string SequenceNumberForOrdering { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
