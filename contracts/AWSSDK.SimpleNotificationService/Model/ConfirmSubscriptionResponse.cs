using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The subscription's ARN.</summary>
public class ConfirmSubscriptionResponse : AmazonWebServiceResponse
{
    public string SubscriptionArn { get; set; }
}
