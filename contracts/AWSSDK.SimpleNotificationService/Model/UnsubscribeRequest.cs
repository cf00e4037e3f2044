namespace Amazon.SimpleNotificationService.Model;

/// <summary>Ends a subscription.</summary>
public class UnsubscribeRequest : AmazonSimpleNotificationServiceRequest
{
    public UnsubscribeRequest()
    {
    }

    public UnsubscribeRequest(string subscriptionArn)
    {
        SubscriptionArn = subscriptionArn;
    }

    public string SubscriptionArn { get; set; }
}
