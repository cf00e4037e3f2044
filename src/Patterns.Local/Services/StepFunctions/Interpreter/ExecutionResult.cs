using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>The end of an execution.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Output">The output of the last state; null unless it succeeded.</param>
/// <param name="Error">Why it ended; null when it succeeded.</param>
internal sealed record ExecutionResult(ExecutionStatus Status, JsonData? Output, StatesError? Error);
