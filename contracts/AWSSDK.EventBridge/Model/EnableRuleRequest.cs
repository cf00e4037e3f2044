namespace Amazon.EventBridge.Model;

/// <summary>Enables a rule.</summary>
public class EnableRuleRequest : AmazonEventBridgeRequest
{
    public string EventBusName { get; set; }

    public string Name { get; set; }
}
