using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class ChangeMessageVisibilityBatch : SyncOperation
{
    public override string Name => nameof(ChangeMessageVisibilityBatch);

    protected override void Run(SqsCall call)
    {
        var queue = call.Queue;
        BatchRules.Check(call.Input.Entries, call.Service.Limits);
        var result = new BatchResult<bool>();
        foreach (var entry in call.Input.Entries)
        {
            result.Run(entry.Id!, (queue, entry), static change =>
            {
                ChangeMessageVisibility.Change(change.queue, change.entry);
                return true;
            });
        }

        result.Write(call.Answer, "ChangeMessageVisibilityBatchResultEntry");
    }
}
