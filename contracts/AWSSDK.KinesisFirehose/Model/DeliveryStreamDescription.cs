namespace Amazon.KinesisFirehose.Model;

/// <summary>A delivery stream, without its destinations.</summary>
public class DeliveryStreamDescription
{
    public string DeliveryStreamARN { get; set; }

    public string DeliveryStreamName { get; set; }

    public DeliveryStreamStatus DeliveryStreamStatus { get; set; }

    public DeliveryStreamType DeliveryStreamType { get; set; }

    public bool? HasMoreDestinations { get; set; }

    public SourceDescription Source { get; set; }

    public string VersionId { get; set; }
}
