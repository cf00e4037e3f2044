namespace Amazon.EventBridge.Model;

/// <summary>Removes targets of a rule.</summary>
public class RemoveTargetsRequest : AmazonEventBridgeRequest
{
    public string EventBusName { get; set; }

    public bool? Force { get; set; }

    public List<string> Ids { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Rule { get; set; }
}
