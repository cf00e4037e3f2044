namespace Amazon.SimpleNotificationService.Model;

/// <summary>Lists a topic's tags.</summary>
public class ListTagsForResourceRequest : AmazonSimpleNotificationServiceRequest
{
    public string ResourceArn { get; set; }
}
