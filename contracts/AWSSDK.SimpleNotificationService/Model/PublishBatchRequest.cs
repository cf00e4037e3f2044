namespace Amazon.SimpleNotificationService.Model;

/// <summary>Publishes up to 10 messages.</summary>
public class PublishBatchRequest : AmazonSimpleNotificationServiceRequest
{
    public List<PublishBatchRequestEntry> PublishBatchRequestEntries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string TopicArn { get; set; }
}
