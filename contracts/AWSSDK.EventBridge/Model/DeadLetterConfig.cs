namespace Amazon.EventBridge.Model;

/// <summary>Where events go that a target did not take.</summary>
public class DeadLetterConfig
{
    public string Arn { get; set; }
}
