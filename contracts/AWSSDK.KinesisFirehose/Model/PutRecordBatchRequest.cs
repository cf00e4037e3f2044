namespace Amazon.KinesisFirehose.Model;

/// <summary>Up to 500 records to put.</summary>
public class PutRecordBatchRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }

    public List<Record> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
