using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>A checked state.</summary>
internal abstract class StateDefinition
{
    public required string Name { get; init; }

    public abstract StateType Type { get; }

    /// <summary>What the state works on; <c>$</c> by default, null for an empty object.</summary>
    public DataPath? InputPath { get; init; } = DefaultPath;

    /// <summary>What of the output is handed on; <c>$</c> by default, null for an empty object.</summary>
    public DataPath? OutputPath { get; init; } = DefaultPath;

    /// <summary>The state that comes next; null when the graph ends here or the state has its own way on.</summary>
    public string? Next { get; init; }

    /// <summary>The variables that the state assigns; null for none.</summary>
    public ObjectTemplate? Assign { get; init; }

    public static DataPath DefaultPath { get; } = DataPath.Parse("$");
}
