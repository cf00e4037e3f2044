namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>lambdaFunctionFailedEventDetails</c>, <c>lambdaFunctionStartFailedEventDetails</c> and <c>lambdaFunctionTimedOutEventDetails</c>.</summary>
internal sealed record FunctionFailedDetails(string? Error, string? Cause) : EventDetails;
