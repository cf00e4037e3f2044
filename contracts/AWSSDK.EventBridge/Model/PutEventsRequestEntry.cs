namespace Amazon.EventBridge.Model;

/// <summary>An event to send.</summary>
public class PutEventsRequestEntry
{
    public string Detail { get; set; }

    public string DetailType { get; set; }

    public string EventBusName { get; set; }

    public List<string> Resources { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Source { get; set; }

    public DateTime? Time { get; set; }

    public string TraceHeader { get; set; }
}
