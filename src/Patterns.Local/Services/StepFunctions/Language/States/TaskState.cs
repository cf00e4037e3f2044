namespace Patterns.Local.Services.StepFunctions.Language.States;

internal sealed class TaskState : WorkState
{
    public override StateType Type => StateType.Task;

    public required TaskResource Resource { get; init; }

    /// <summary>Seconds; null for no limit.</summary>
    public IntegerField? Timeout { get; init; }

    /// <summary>Seconds; null for no heartbeat.</summary>
    public IntegerField? Heartbeat { get; init; }
}
