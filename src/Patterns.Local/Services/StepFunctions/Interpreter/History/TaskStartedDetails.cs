namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>taskStartedEventDetails</c>.</summary>
internal sealed record TaskStartedDetails(string ResourceType, string Resource) : EventDetails;
