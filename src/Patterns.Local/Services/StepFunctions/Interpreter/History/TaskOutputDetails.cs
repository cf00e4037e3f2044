using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>taskSubmittedEventDetails</c> and <c>taskSucceededEventDetails</c>.</summary>
internal sealed record TaskOutputDetails(string ResourceType, string Resource, JsonData Output) : EventDetails;
