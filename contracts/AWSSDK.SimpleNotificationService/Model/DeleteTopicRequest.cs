namespace Amazon.SimpleNotificationService.Model;

/// <summary>Deletes a topic with its subscriptions.</summary>
public class DeleteTopicRequest : AmazonSimpleNotificationServiceRequest
{
    public DeleteTopicRequest()
    {
    }

    public DeleteTopicRequest(string topicArn)
    {
        TopicArn = topicArn;
    }

    public string TopicArn { get; set; }
}
