using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>Where the record was written.</summary>
public class PutRecordResponse : AmazonWebServiceResponse
{
    public EncryptionType EncryptionType { get; set; }

    public string SequenceNumber { get; set; }

    public string ShardId { get; set; }
}
