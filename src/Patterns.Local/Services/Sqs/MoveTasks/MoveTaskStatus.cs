namespace Patterns.Local.Services.Sqs.MoveTasks;

internal enum MoveTaskStatus
{
    Running,
    Completed,
    Cancelled,
    Failed,
}
