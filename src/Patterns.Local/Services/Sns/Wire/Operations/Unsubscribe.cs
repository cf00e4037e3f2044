namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class Unsubscribe : ISnsOperation
{
    public string Name => "Unsubscribe";

    public void Execute(SnsCall call)
    {
        var arn = SnsArn.Checked(call.Form["SubscriptionArn"], "SubscriptionArn");
        if (!Guid.TryParse(arn.AsSpan(arn.LastIndexOf(':') + 1), out _))
        {
            throw SnsErrors.InvalidParameter("SubscriptionId");
        }

        call.Sns.Unsubscribe(arn);
    }
}
