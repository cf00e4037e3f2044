using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What became of each record, in the order of the request.</summary>
public class PutRecordsResponse : AmazonWebServiceResponse
{
    public EncryptionType EncryptionType { get; set; }

    public int? FailedRecordCount { get; set; }

    public List<PutRecordsResultEntry> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
