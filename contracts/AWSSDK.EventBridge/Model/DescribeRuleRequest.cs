namespace Amazon.EventBridge.Model;

/// <summary>Asks what a rule says.</summary>
public class DescribeRuleRequest : AmazonEventBridgeRequest
{
    public string EventBusName { get; set; }

    public string Name { get; set; }
}
