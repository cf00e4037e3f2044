using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>lambdaFunctionSucceededEventDetails</c>.</summary>
internal sealed record FunctionSucceededDetails(JsonData Output) : EventDetails;
