using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A page of a topic's subscriptions.</summary>
public class ListSubscriptionsByTopicResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Subscription> Subscriptions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
