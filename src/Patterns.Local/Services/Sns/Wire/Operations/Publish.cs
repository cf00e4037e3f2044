namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class Publish : ISnsOperation
{
    public string Name => "Publish";

    public void Execute(SnsCall call)
    {
        if (call.Form["PhoneNumber"] is not null)
        {
            throw SnsErrors.NotEmulated("Publishing to a PhoneNumber");
        }

        var topicArn = call.Form["TopicArn"] ?? call.Form["TargetArn"] ?? throw SnsErrors.Missing("TopicArn or TargetArn");
        if (topicArn.Contains(":endpoint/", StringComparison.Ordinal))
        {
            throw SnsErrors.NotEmulated("Publishing to a platform endpoint");
        }

        var accepted = call.Sns.Publish(topicArn, call.Form.Message());
        call.Answer.OpenResult().Accepted(accepted).CloseResult();
    }
}
