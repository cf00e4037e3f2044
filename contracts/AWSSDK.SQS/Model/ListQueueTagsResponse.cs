using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The queue's tags.</summary>
public class ListQueueTagsResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
