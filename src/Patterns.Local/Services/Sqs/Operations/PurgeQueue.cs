using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class PurgeQueue : SyncOperation
{
    public override string Name => nameof(PurgeQueue);

    public override bool HasResult => false;

    protected override void Run(SqsCall call)
    {
        call.Queue.Purge();
    }
}
