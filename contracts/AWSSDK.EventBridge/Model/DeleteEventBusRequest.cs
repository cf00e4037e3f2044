namespace Amazon.EventBridge.Model;

/// <summary>Deletes a bus.</summary>
public class DeleteEventBusRequest : AmazonEventBridgeRequest
{
    public string Name { get; set; }
}
