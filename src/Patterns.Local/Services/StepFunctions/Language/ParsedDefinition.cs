using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Services.StepFunctions.Language;

/// <summary>What reading a definition gave: a machine, or what is wrong with the text.</summary>
internal sealed class ParsedDefinition
{
    internal ParsedDefinition(StateMachineDefinition definition)
    {
        Definition = definition;
        Diagnostics = [];
    }

    internal ParsedDefinition(IReadOnlyList<DefinitionDiagnostic> diagnostics) => Diagnostics = diagnostics;

    /// <summary>Null when there are diagnostics.</summary>
    public StateMachineDefinition? Definition { get; }

    /// <summary>The faults in the order of the text, at most 100.</summary>
    public IReadOnlyList<DefinitionDiagnostic> Diagnostics { get; }

    [MemberNotNullWhen(true, nameof(Definition))]
    public bool IsValid => Definition is not null;

    /// <summary>The message of the service's <c>InvalidDefinition</c> error.</summary>
    public string Describe() => $"Invalid State Machine Definition: '{string.Join(", ", Diagnostics)}'";
}
