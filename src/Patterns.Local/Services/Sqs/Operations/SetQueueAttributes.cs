using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class SetQueueAttributes : SyncOperation
{
    public override string Name => nameof(SetQueueAttributes);

    public override bool HasResult => false;

    protected override void Run(SqsCall call)
    {
        call.Queue.SetAttributes(call.Input.Attributes);
    }
}
