using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class ListSubscriptions : ISnsOperation
{
    public string Name => "ListSubscriptions";

    public void Execute(SnsCall call)
    {
        var page = Page<Subscription>.Of(call.Sns.Subscriptions.All, subscription => subscription.Arn, call.Form["NextToken"]);
        call.Answer.Subscriptions(page);
    }
}
