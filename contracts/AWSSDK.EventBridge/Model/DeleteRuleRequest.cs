namespace Amazon.EventBridge.Model;

/// <summary>Deletes a rule without targets.</summary>
public class DeleteRuleRequest : AmazonEventBridgeRequest
{
    public string EventBusName { get; set; }

    public bool? Force { get; set; }

    public string Name { get; set; }
}
