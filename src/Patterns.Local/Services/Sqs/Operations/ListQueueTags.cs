using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class ListQueueTags : SyncOperation
{
    public override string Name => nameof(ListQueueTags);

    protected override void Run(SqsCall call)
    {
        call.Answer.Map("Tags", "Tag", "Key", "Value", call.Queue.Tags.All);
    }
}
