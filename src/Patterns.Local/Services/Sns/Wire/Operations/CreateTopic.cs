namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class CreateTopic : ISnsOperation
{
    public string Name => "CreateTopic";

    public void Execute(SnsCall call)
    {
        var topic = call.Sns.CreateTopic(call.Required("Name"), call.Form.Attributes(), call.Form.Tags());
        call.Answer.OpenResult().Element("TopicArn", topic.Arn).CloseResult();
    }
}
