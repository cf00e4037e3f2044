namespace Amazon.SimpleNotificationService.Model;

/// <summary>A subscription in a list.</summary>
public class Subscription
{
    public string Endpoint { get; set; }

    public string Owner { get; set; }

    public string Protocol { get; set; }

    public string SubscriptionArn { get; set; }

    public string TopicArn { get; set; }
}
