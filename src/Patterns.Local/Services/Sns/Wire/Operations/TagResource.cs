using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class TagResource : ISnsOperation
{
    public string Name => "TagResource";

    public void Execute(SnsCall call)
    {
        TopicRegistry.Tag(call.Resource(), call.Form.Tags());
        call.Answer.OpenResult().CloseResult();
    }
}
