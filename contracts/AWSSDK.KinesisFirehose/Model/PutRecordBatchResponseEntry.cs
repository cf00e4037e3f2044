namespace Amazon.KinesisFirehose.Model;

/// <summary>The id of a record, or why it was not taken.</summary>
public class PutRecordBatchResponseEntry
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string RecordId { get; set; }
}
