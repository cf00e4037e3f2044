namespace Amazon.Kinesis.Model;

/// <summary>A stream without its shards.</summary>
public class StreamDescriptionSummary
{
    public int? ConsumerCount { get; set; }

    public EncryptionType EncryptionType { get; set; }

    public string KeyId { get; set; }

    public int? MaxRecordSizeInKiB { get; set; }

    public int? OpenShardCount { get; set; }

    public int? RetentionPeriodHours { get; set; }

    public string StreamARN { get; set; }

    public DateTime? StreamCreationTimestamp { get; set; }

    public StreamModeDetails StreamModeDetails { get; set; }

    public string StreamName { get; set; }

    public StreamStatus StreamStatus { get; set; }
}
