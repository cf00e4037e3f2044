using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class DeleteQueue : SyncOperation
{
    public override string Name => nameof(DeleteQueue);

    public override bool HasResult => false;

    protected override void Run(SqsCall call)
    {
        call.Service.Delete(call.Queue);
    }
}
