namespace Amazon.SimpleNotificationService.Model;

/// <summary>Adds tags to a topic.</summary>
public class TagResourceRequest : AmazonSimpleNotificationServiceRequest
{
    public string ResourceArn { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
