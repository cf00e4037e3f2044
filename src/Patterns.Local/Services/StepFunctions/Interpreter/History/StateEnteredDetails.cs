using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>stateEnteredEventDetails</c>.</summary>
internal sealed record StateEnteredDetails(string Name, JsonData Input) : EventDetails;
