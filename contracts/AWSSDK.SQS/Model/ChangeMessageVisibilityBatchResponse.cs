using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>What became of each change.</summary>
public class ChangeMessageVisibilityBatchResponse : AmazonWebServiceResponse
{
    public List<BatchResultErrorEntry> Failed { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<ChangeMessageVisibilityBatchResultEntry> Successful { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
