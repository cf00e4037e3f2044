namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>What a caller asks for who starts an execution.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Name">The execution's name; null for a new one.</param>
/// <param name="Input">The input as JSON; null for an empty object.</param>
/// <param name="TraceHeader">The caller's trace; null for none.</param>
internal sealed record StartRequest(string StateMachineArn, string? Name = null, string? Input = null, string? TraceHeader = null);
