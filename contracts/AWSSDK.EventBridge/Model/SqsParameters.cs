namespace Amazon.EventBridge.Model;

/// <summary>What a queue needs to know.</summary>
public class SqsParameters
{
    public string MessageGroupId { get; set; }
}
