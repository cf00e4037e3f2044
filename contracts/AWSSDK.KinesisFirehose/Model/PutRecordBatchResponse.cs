using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>What became of each record, in the order of the request.</summary>
public class PutRecordBatchResponse : AmazonWebServiceResponse
{
    public bool? Encrypted { get; set; }

    public int? FailedPutCount { get; set; }

    public List<PutRecordBatchResponseEntry> RequestResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
