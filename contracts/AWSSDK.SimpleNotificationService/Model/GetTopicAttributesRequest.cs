namespace Amazon.SimpleNotificationService.Model;

/// <summary>Reads a topic's attributes.</summary>
public class GetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    public GetTopicAttributesRequest()
    {
    }

    public GetTopicAttributesRequest(string topicArn)
    {
        TopicArn = topicArn;
    }

    public string TopicArn { get; set; }
}
