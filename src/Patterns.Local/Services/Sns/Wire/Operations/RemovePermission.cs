using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class RemovePermission : ISnsOperation
{
    public string Name => "RemovePermission";

    public void Execute(SnsCall call)
    {
        var topic = call.Sns.Topics.Get(call.Form["TopicArn"]);
        var label = call.Required("Label");
        call.Sns.Topics.ChangePolicy(topic, policy => TopicPolicy.Remove(policy, label));
    }
}
