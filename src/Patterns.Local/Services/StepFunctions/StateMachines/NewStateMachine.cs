using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.StateMachines;

/// <summary>What a state machine is created from.</summary>
internal sealed record NewStateMachine(string Name, string Definition, string RoleArn)
{
    public WorkflowType Type { get; init; }

    public string? Logging { get; init; }

    public string? Tracing { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];
}
