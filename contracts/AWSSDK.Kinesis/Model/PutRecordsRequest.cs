namespace Amazon.Kinesis.Model;

/// <summary>Up to 500 records to write to one stream.</summary>
public class PutRecordsRequest : AmazonKinesisRequest
{
    public List<PutRecordsRequestEntry> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
