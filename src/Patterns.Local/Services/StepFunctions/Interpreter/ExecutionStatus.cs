namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>How an execution ended.</summary>
internal enum ExecutionStatus
{
    Succeeded,
    Failed,
    TimedOut,
    Aborted,
}
