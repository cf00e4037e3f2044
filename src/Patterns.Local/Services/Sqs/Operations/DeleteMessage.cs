using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class DeleteMessage : SyncOperation
{
    public override string Name => nameof(DeleteMessage);

    public override bool HasResult => false;

    protected override void Run(SqsCall call)
    {
        call.Queue.Delete(call.Input.Message.ReceiptHandle ?? throw SqsErrors.MissingParameter("ReceiptHandle"));
    }
}
