namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>mapStateStartedEventDetails</c>.</summary>
internal sealed record MapStateStartedDetails(int Length) : EventDetails;
