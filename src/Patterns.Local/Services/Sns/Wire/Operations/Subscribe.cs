namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class Subscribe : ISnsOperation
{
    public string Name => "Subscribe";

    public void Execute(SnsCall call)
    {
        var (topicArn, protocol) = (call.Form["TopicArn"] ?? "", call.Form["Protocol"] ?? "");
        var subscription = call.Sns.Subscribe(topicArn, protocol, call.Form["Endpoint"] ?? "", call.Form.Attributes());
        var isHidden = subscription.IsPending && call.Form["ReturnSubscriptionArn"] != "true";
        call.Answer.OpenResult().Element("SubscriptionArn", isHidden ? "pending confirmation" : subscription.Arn).CloseResult();
    }
}
