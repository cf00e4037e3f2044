using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>The states of an execution as the API spells them.</summary>
internal static class ExecutionStatuses
{
    public const string Running = "RUNNING";

    public static readonly IReadOnlyList<string> All = [Running, "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"];

    public static string NameOf(ExecutionStatus? status) => status switch
    {
        null => Running,
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };
}
