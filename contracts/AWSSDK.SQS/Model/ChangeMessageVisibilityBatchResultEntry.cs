namespace Amazon.SQS.Model;

/// <summary>One message that is hidden.</summary>
public class ChangeMessageVisibilityBatchResultEntry
{
    public string Id { get; set; }
}
