using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class UntagResource : ISnsOperation
{
    public string Name => "UntagResource";

    public void Execute(SnsCall call)
    {
        TopicRegistry.Untag(call.Resource(), call.Form.List("TagKeys.member"));
        call.Answer.OpenResult().CloseResult();
    }
}
