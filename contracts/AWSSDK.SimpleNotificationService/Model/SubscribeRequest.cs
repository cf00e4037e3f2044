namespace Amazon.SimpleNotificationService.Model;

/// <summary>Subscribes an endpoint to a topic.</summary>
public class SubscribeRequest : AmazonSimpleNotificationServiceRequest
{
    public SubscribeRequest()
    {
    }

    public SubscribeRequest(string topicArn, string protocol, string endpoint)
    {
        TopicArn = topicArn;
        Protocol = protocol;
        Endpoint = endpoint;
    }

    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Endpoint { get; set; }

    public string Protocol { get; set; }

    public bool? ReturnSubscriptionArn { get; set; }

    public string TopicArn { get; set; }
}
