namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>mapIterationStartedEventDetails</c>, and the same for succeeded, failed and aborted.</summary>
internal sealed record MapIterationDetails(string Name, int Index) : EventDetails;
