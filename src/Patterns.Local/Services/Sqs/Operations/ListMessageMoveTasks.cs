using Patterns.Local.Services.Sqs.MoveTasks;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class ListMessageMoveTasks : SyncOperation
{
    public override string Name => nameof(ListMessageMoveTasks);

    protected override void Run(SqsCall call)
    {
        var source = call.Input.SourceArn ?? throw SqsErrors.MissingParameter("SourceArn");
        var tasks = call.Service.MoveTasks.List(source, call.Input.MaxResults ?? 1);
        if (tasks.Count == 0)
        {
            return;
        }

        call.Answer.StartList("Results");
        foreach (var task in tasks)
        {
            call.Answer.StartItem("ListMessageMoveTasksResultEntry");
            Write(call.Answer, task);
            call.Answer.EndItem("ListMessageMoveTasksResultEntry");
        }

        call.Answer.EndList();
    }

    private static void Write(SqsAnswer answer, MoveTaskSnapshot task)
    {
        answer.Text("TaskHandle", task.TaskHandle);
        answer.Text("Status", task.Status.ToString().ToUpperInvariant());
        answer.Text("SourceArn", task.SourceArn);
        answer.Text("DestinationArn", task.DestinationArn);
        if (task.MaximumPerSecond is { } rate)
        {
            answer.Number("MaxNumberOfMessagesPerSecond", rate);
        }

        answer.Number("ApproximateNumberOfMessagesMoved", task.Moved);
        answer.Number("ApproximateNumberOfMessagesToMove", task.ToMove);
        answer.Text("FailureReason", task.FailureReason);
        answer.Number("StartedTimestamp", task.StartedAt.ToUnixTimeMilliseconds());
    }
}
