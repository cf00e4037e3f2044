using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic's tags.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
