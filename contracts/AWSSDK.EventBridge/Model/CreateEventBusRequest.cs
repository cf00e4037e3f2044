namespace Amazon.EventBridge.Model;

/// <summary>Makes a bus.</summary>
public class CreateEventBusRequest : AmazonEventBridgeRequest
{
    public string Description { get; set; }

    public string Name { get; set; }
}
