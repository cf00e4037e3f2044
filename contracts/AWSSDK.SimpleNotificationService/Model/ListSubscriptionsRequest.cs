namespace Amazon.SimpleNotificationService.Model;

/// <summary>Lists subscriptions.</summary>
public class ListSubscriptionsRequest : AmazonSimpleNotificationServiceRequest
{
    public ListSubscriptionsRequest()
    {
    }

    public ListSubscriptionsRequest(string nextToken)
    {
        NextToken = nextToken;
    }

    public string NextToken { get; set; }
}
