using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The bus is deleted.</summary>
public class DeleteEventBusResponse : AmazonWebServiceResponse
{
}
