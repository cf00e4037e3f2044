namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class SetSubscriptionAttributes : ISnsOperation
{
    public string Name => "SetSubscriptionAttributes";

    public void Execute(SnsCall call)
    {
        var subscription = call.Sns.Subscriptions.Get(call.Form["SubscriptionArn"]);
        call.Sns.Subscriptions.SetAttribute(subscription, call.Required("AttributeName"), call.Form["AttributeValue"] ?? "");
    }
}
