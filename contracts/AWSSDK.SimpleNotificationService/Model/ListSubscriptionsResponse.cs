using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A page of subscriptions.</summary>
public class ListSubscriptionsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Subscription> Subscriptions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
