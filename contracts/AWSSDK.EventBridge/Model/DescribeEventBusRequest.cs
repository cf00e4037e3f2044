namespace Amazon.EventBridge.Model;

/// <summary>Asks what a bus is.</summary>
public class DescribeEventBusRequest : AmazonEventBridgeRequest
{
    public string Name { get; set; }
}
