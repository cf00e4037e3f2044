namespace Amazon.SQS.Model;

/// <summary>One message that is deleted.</summary>
public class DeleteMessageBatchResultEntry
{
    public string Id { get; set; }
}
