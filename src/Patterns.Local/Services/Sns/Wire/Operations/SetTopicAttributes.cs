using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class SetTopicAttributes : ISnsOperation
{
    public string Name => "SetTopicAttributes";

    public void Execute(SnsCall call)
    {
        var topic = call.Sns.Topics.Get(call.Form["TopicArn"]);
        TopicRegistry.SetAttribute(topic, call.Form["AttributeName"], call.Form["AttributeValue"] ?? "");
    }
}
