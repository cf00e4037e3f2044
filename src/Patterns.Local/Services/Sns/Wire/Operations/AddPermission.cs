using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class AddPermission : ISnsOperation
{
    public string Name => "AddPermission";

    public void Execute(SnsCall call)
    {
        var topic = call.Sns.Topics.Get(call.Form["TopicArn"]);
        var label = call.Required("Label");
        var (accounts, actions) = (call.Form.List("AWSAccountId.member"), call.Form.List("ActionName.member"));
        call.Sns.Topics.ChangePolicy(topic, policy => TopicPolicy.Add(policy, topic.Arn, label, accounts, actions));
    }
}
