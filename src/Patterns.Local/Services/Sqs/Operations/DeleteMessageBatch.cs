using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class DeleteMessageBatch : SyncOperation
{
    public override string Name => nameof(DeleteMessageBatch);

    protected override void Run(SqsCall call)
    {
        var queue = call.Queue;
        BatchRules.Check(call.Input.Entries, call.Service.Limits);
        var result = new BatchResult<bool>();
        foreach (var entry in call.Input.Entries)
        {
            result.Run(entry.Id!, (queue, entry), static delete =>
            {
                delete.queue.Delete(delete.entry.ReceiptHandle ?? throw SqsErrors.MissingParameter("ReceiptHandle"));
                return true;
            });
        }

        result.Write(call.Answer, "DeleteMessageBatchResultEntry");
    }
}
