using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class ChangeMessageVisibility : SyncOperation
{
    public override string Name => nameof(ChangeMessageVisibility);

    public override bool HasResult => false;

    protected override void Run(SqsCall call) => Change(call.Queue, call.Input.Message);

    public static void Change(SqsQueue queue, MessageInput message)
    {
        var handle = message.ReceiptHandle ?? throw SqsErrors.MissingParameter("ReceiptHandle");
        var timeout = message.VisibilityTimeout ?? throw SqsErrors.MissingParameter("VisibilityTimeout");
        queue.ChangeVisibility(handle, TimeSpan.FromSeconds(timeout));
    }
}
