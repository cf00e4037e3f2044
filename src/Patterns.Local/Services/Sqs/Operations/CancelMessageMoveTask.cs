using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class CancelMessageMoveTask : SyncOperation
{
    public override string Name => nameof(CancelMessageMoveTask);

    protected override void Run(SqsCall call)
    {
        var handle = call.Input.TaskHandle ?? throw SqsErrors.MissingParameter("TaskHandle");
        call.Answer.Number("ApproximateNumberOfMessagesMoved", call.Service.MoveTasks.Cancel(handle));
    }
}
