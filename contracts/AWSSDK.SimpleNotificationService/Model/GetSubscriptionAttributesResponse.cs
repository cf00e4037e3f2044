using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A subscription's attributes.</summary>
public class GetSubscriptionAttributesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
