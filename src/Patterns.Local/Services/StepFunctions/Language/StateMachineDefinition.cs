using Patterns.Local.Services.StepFunctions.Language.Parsing;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language;

/// <summary>A checked state machine in the JSONPath form of the Amazon States Language.</summary>
/// <remarks>Immutable; any number of executions run one definition at the same time.</remarks>
internal sealed class StateMachineDefinition
{
    internal StateMachineDefinition(StateGraph graph) => Graph = graph;

    /// <summary>Null when the machine has no comment.</summary>
    public string? Comment { get; internal init; }

    /// <summary>The longest time of an execution; null when the machine has none.</summary>
    public TimeSpan? Timeout { get; internal init; }

    internal StateGraph Graph { get; }

    /// <summary>Reads and checks a definition; faults are reported in the result and never thrown.</summary>
    /// <param name="json">UTF-8, at most 1 MiB as the service takes it.</param>
    /// <param name="type">Express workflows refuse some integrations.</param>
    public static ParsedDefinition Parse(ReadOnlyMemory<byte> json, WorkflowType type = WorkflowType.Standard) =>
        DefinitionParser.Parse(json, type);
}
