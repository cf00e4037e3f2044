namespace Amazon.EventBridge.Model;

/// <summary>What a stream needs to know.</summary>
public class KinesisParameters
{
    public string PartitionKeyPath { get; set; }
}
