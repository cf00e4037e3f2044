namespace Amazon.SimpleNotificationService.Model;

/// <summary>Changes one of a subscription's attributes.</summary>
public class SetSubscriptionAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    public SetSubscriptionAttributesRequest()
    {
    }

    public SetSubscriptionAttributesRequest(string subscriptionArn, string attributeName, string attributeValue)
    {
        SubscriptionArn = subscriptionArn;
        AttributeName = attributeName;
        AttributeValue = attributeValue;
    }

    public string AttributeName { get; set; }

    public string AttributeValue { get; set; }

    public string SubscriptionArn { get; set; }
}
