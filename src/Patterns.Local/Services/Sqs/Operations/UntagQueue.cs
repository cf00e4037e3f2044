using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class UntagQueue : SyncOperation
{
    public override string Name => nameof(UntagQueue);

    public override bool HasResult => false;

    protected override void Run(SqsCall call)
    {
        call.Queue.Tags.Remove(call.Input.TagKeys);
    }
}
