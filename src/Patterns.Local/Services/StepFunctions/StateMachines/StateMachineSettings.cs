using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.StateMachines;

/// <summary>What an update of a state machine may change; executions keep those that they started with.</summary>
/// <param name="DefinitionText">The definition as it was written.</param>
/// <param name="Definition">The same, checked.</param>
/// <param name="RoleArn">The role, which is not enforced here.</param>
internal sealed record StateMachineSettings(string DefinitionText, StateMachineDefinition Definition, string RoleArn)
{
    /// <summary>The logging configuration as JSON; stored only.</summary>
    public string? Logging { get; init; }

    /// <summary>The tracing configuration as JSON; stored only.</summary>
    public string? Tracing { get; init; }

    public string RevisionId { get; init; } = Guid.NewGuid().ToString();

    public DateTimeOffset UpdatedAt { get; init; }
}
