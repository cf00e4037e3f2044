namespace Amazon.SimpleNotificationService.Model;

/// <summary>Reads a subscription's attributes.</summary>
public class GetSubscriptionAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    public GetSubscriptionAttributesRequest()
    {
    }

    public GetSubscriptionAttributesRequest(string subscriptionArn)
    {
        SubscriptionArn = subscriptionArn;
    }

    public string SubscriptionArn { get; set; }
}
