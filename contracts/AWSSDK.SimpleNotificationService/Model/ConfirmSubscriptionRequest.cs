namespace Amazon.SimpleNotificationService.Model;

/// <summary>Confirms a subscription by the token that its endpoint received.</summary>
public class ConfirmSubscriptionRequest : AmazonSimpleNotificationServiceRequest
{
    public ConfirmSubscriptionRequest()
    {
    }

    public ConfirmSubscriptionRequest(string topicArn, string token)
    {
        TopicArn = topicArn;
        Token = token;
    }

    public ConfirmSubscriptionRequest(string topicArn, string token, string authenticateOnUnsubscribe)
    {
        TopicArn = topicArn;
        Token = token;
        AuthenticateOnUnsubscribe = authenticateOnUnsubscribe;
    }

    public string AuthenticateOnUnsubscribe { get; set; }

    public string Token { get; set; }

    public string TopicArn { get; set; }
}
