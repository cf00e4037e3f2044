using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>How and when an execution ended.</summary>
internal sealed record ExecutionEnd(ExecutionResult Result, DateTimeOffset At)
{
    /// <summary>The output as text; null unless it succeeded.</summary>
    public string? OutputText { get; } = Result.Output?.ToString();
}
