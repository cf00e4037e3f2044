namespace Amazon.Kinesis.Model;

/// <summary>Where one record was written, or why it was not.</summary>
public class PutRecordsResultEntry
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string SequenceNumber { get; set; }

    public string ShardId { get; set; }
}
