namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>executionFailedEventDetails</c>, <c>executionAbortedEventDetails</c> and <c>executionTimedOutEventDetails</c>; both are absent where null.</summary>
internal sealed record ExecutionEndedDetails(string? Error, string? Cause) : EventDetails;
