namespace Amazon.Kinesis.Model;

/// <summary>Creates a stream.</summary>
public class CreateStreamRequest : AmazonKinesisRequest
{
    public int? MaxRecordSizeInKiB { get; set; }

    public int? ShardCount { get; set; }

    public StreamModeDetails StreamModeDetails { get; set; }

    public string StreamName { get; set; }

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
