namespace Amazon.SimpleNotificationService.Model;

/// <summary>What the topic made of one message of a batch.</summary>
public class PublishBatchResultEntry
{
    public string Id { get; set; }

    public string MessageId { get; set; }

    public string SequenceNumber { get; set; }
}
