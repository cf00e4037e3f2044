namespace Amazon.SimpleNotificationService.Model;

/// <summary>Lists a topic's subscriptions.</summary>
public class ListSubscriptionsByTopicRequest : AmazonSimpleNotificationServiceRequest
{
    public ListSubscriptionsByTopicRequest()
    {
    }

    public ListSubscriptionsByTopicRequest(string topicArn)
    {
        TopicArn = topicArn;
    }

    public ListSubscriptionsByTopicRequest(string topicArn, string nextToken)
    {
        TopicArn = topicArn;
        NextToken = nextToken;
    }

    public string NextToken { get; set; }

    public string TopicArn { get; set; }
}
