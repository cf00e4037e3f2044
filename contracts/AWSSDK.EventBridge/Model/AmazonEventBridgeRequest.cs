using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>A request to EventBridge.</summary>
public class AmazonEventBridgeRequest : AmazonWebServiceRequest
{
}
