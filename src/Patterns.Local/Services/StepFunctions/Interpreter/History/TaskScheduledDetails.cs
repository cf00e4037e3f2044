using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary><c>taskScheduledEventDetails</c>.</summary>
internal sealed record TaskScheduledDetails(string ResourceType, string Resource, string Region, JsonData Parameters, long? TimeoutInSeconds, long? HeartbeatInSeconds) : EventDetails;
