namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>taskFailedEventDetails</c>, <c>taskStartFailedEventDetails</c>, <c>taskSubmitFailedEventDetails</c> and <c>taskTimedOutEventDetails</c>.</summary>
internal sealed record TaskFailedDetails(string ResourceType, string Resource, string? Error, string? Cause) : EventDetails;
