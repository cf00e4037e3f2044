namespace Amazon.EventBridge.Model;

/// <summary>Sends up to 10 events.</summary>
public class PutEventsRequest : AmazonEventBridgeRequest
{
    public string EndpointId { get; set; }

    public List<PutEventsRequestEntry> Entries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
