using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>What became of each message of a batch.</summary>
public class PublishBatchResponse : AmazonWebServiceResponse
{
    public List<BatchResultErrorEntry> Failed { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<PublishBatchResultEntry> Successful { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
