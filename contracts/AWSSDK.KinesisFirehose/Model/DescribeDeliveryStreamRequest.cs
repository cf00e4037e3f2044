namespace Amazon.KinesisFirehose.Model;

/// <summary>Which delivery stream to describe.</summary>
public class DescribeDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }

    public string ExclusiveStartDestinationId { get; set; }

    public int? Limit { get; set; }
}
