namespace Amazon.SimpleNotificationService.Model;

/// <summary>One message of a batch.</summary>
public class PublishBatchRequestEntry
{
    public string Id { get; set; }

    public string Message { get; set; }

    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string MessageDeduplicationId { get; set; }

    public string MessageGroupId { get; set; }

    public string MessageStructure { get; set; }

    public string Subject { get; set; }
}
