using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class ListSubscriptionsByTopic : ISnsOperation
{
    public string Name => "ListSubscriptionsByTopic";

    public void Execute(SnsCall call)
    {
        var topic = call.Sns.Topics.Get(call.Form["TopicArn"]);
        var sorted = topic.Subscriptions.OrderBy(subscription => subscription.Arn, StringComparer.Ordinal);
        call.Answer.Subscriptions(Page<Subscription>.Of(sorted, subscription => subscription.Arn, call.Form["NextToken"]));
    }
}
