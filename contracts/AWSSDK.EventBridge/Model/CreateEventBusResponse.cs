using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The bus that was made.</summary>
public class CreateEventBusResponse : AmazonWebServiceResponse
{
    public string Description { get; set; }

    public string EventBusArn { get; set; }
}
