namespace Amazon.EventBridge.Model;

/// <summary>Adds or changes targets of a rule.</summary>
public class PutTargetsRequest : AmazonEventBridgeRequest
{
    public string EventBusName { get; set; }

    public string Rule { get; set; }

    public List<Target> Targets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
