using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>lambdaFunctionScheduledEventDetails</c>.</summary>
internal sealed record FunctionScheduledDetails(string Resource, JsonData Input, long? TimeoutInSeconds) : EventDetails;
