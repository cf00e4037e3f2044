namespace Amazon.EventBridge.Model;

/// <summary>Asks whether a pattern matches an event.</summary>
public class TestEventPatternRequest : AmazonEventBridgeRequest
{
    public string Event { get; set; }

    public string EventPattern { get; set; }
}
