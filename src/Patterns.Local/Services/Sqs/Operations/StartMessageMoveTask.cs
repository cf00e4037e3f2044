using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class StartMessageMoveTask : SyncOperation
{
    public override string Name => nameof(StartMessageMoveTask);

    protected override void Run(SqsCall call)
    {
        var source = call.Input.SourceArn ?? throw SqsErrors.MissingParameter("SourceArn");
        var handle = call.Service.MoveTasks.Start(source, call.Input.DestinationArn, call.Input.MaxNumberOfMessagesPerSecond);
        call.Answer.Text("TaskHandle", handle);
    }
}
