using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>executionStartedEventDetails</c>.</summary>
internal sealed record ExecutionStartedDetails(JsonData Input, string RoleArn) : EventDetails;
