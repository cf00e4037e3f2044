using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The messages received; null when there were none.</summary>
public class ReceiveMessageResponse : AmazonWebServiceResponse
{
    public List<Message> Messages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
