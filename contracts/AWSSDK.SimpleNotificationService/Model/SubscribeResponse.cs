using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The subscription's ARN, or that it waits for confirmation.</summary>
public class SubscribeResponse : AmazonWebServiceResponse
{
    public string SubscriptionArn { get; set; }
}
