using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A topic's attributes.</summary>
public class GetTopicAttributesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
