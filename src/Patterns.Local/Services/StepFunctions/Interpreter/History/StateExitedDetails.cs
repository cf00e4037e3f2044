using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>stateExitedEventDetails</c>; the variables are those that the state assigned, empty for none.</summary>
internal sealed record StateExitedDetails(string Name, JsonData Output, ObjectData AssignedVariables) : EventDetails;
