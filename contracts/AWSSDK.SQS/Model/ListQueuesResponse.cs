using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The URLs of queues.</summary>
public class ListQueuesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<string> QueueUrls { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
