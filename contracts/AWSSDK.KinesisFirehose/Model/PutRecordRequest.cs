namespace Amazon.KinesisFirehose.Model;

/// <summary>One record to put.</summary>
public class PutRecordRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }

    public Record Record { get; set; }
}
