using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>How a task ended.</summary>
internal sealed class TaskOutcome
{
    private TaskOutcome(JsonData? output, StatesError? error, TaskFailureStage stage)
    {
        Output = output;
        Error = error;
        Stage = stage;
    }

    public JsonData? Output { get; }

    public StatesError? Error { get; }

    /// <summary>Which event of the history tells a failure.</summary>
    public TaskFailureStage Stage { get; }

    [MemberNotNullWhen(true, nameof(Output))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Output is not null;

    public static TaskOutcome Success(JsonData output) => new(output, null, TaskFailureStage.Run);

    public static TaskOutcome Failure(StatesError error, TaskFailureStage stage = TaskFailureStage.Run) => new(null, error, stage);
}
