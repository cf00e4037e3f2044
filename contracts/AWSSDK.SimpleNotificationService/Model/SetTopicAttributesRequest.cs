namespace Amazon.SimpleNotificationService.Model;

/// <summary>Changes one of a topic's attributes.</summary>
public class SetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    public SetTopicAttributesRequest()
    {
    }

    public SetTopicAttributesRequest(string topicArn, string attributeName, string attributeValue)
    {
        TopicArn = topicArn;
        AttributeName = attributeName;
        AttributeValue = attributeValue;
    }

    public string AttributeName { get; set; }

    public string AttributeValue { get; set; }

    public string TopicArn { get; set; }
}
