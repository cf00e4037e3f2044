namespace Amazon.KinesisFirehose.Model;

/// <summary>The Kinesis stream that a delivery stream reads.</summary>
public class KinesisStreamSourceDescription
{
    public DateTime? DeliveryStartTimestamp { get; set; }

    public string KinesisStreamARN { get; set; }

    public string RoleARN { get; set; }
}
