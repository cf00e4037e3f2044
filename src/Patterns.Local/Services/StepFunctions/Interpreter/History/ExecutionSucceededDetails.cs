using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>executionSucceededEventDetails</c>.</summary>
internal sealed record ExecutionSucceededDetails(JsonData Output) : EventDetails;
