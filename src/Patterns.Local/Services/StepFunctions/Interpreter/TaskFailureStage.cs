namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>When a task failed; the history has an event for each.</summary>
internal enum TaskFailureStage
{
    /// <summary><c>TaskFailed</c> or <c>LambdaFunctionFailed</c>.</summary>
    Run,

    /// <summary><c>TaskStartFailed</c> or <c>LambdaFunctionStartFailed</c>.</summary>
    Start,

    /// <summary><c>TaskSubmitFailed</c>: a <c>.sync</c> or <c>.waitForTaskToken</c> task whose request was refused.</summary>
    Submit,
}
