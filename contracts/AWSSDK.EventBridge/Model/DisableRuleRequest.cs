namespace Amazon.EventBridge.Model;

/// <summary>Disables a rule.</summary>
public class DisableRuleRequest : AmazonEventBridgeRequest
{
    public string EventBusName { get; set; }

    public string Name { get; set; }
}
