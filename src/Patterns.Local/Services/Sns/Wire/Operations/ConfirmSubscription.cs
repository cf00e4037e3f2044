namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class ConfirmSubscription : ISnsOperation
{
    public string Name => "ConfirmSubscription";

    public void Execute(SnsCall call)
    {
        var topicArn = SnsArn.Checked(call.Form["TopicArn"], "TopicArn");
        if (!call.Sns.TryFindTopic(topicArn, out var topic))
        {
            throw SnsErrors.InvalidParameter("Topic");
        }

        var subscription = call.Sns.Subscriptions.Confirm(topic, call.Required("Token"));
        call.Answer.OpenResult().Element("SubscriptionArn", subscription.Arn).CloseResult();
    }
}
