namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class DeleteTopic : ISnsOperation
{
    public string Name => "DeleteTopic";

    public void Execute(SnsCall call)
    {
        call.Sns.DeleteTopic(SnsArn.Checked(call.Form["TopicArn"], "TopicArn"));
    }
}
