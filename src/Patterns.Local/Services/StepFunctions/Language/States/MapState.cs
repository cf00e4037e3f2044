using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>A Map state in the mode <c>INLINE</c>.</summary>
internal sealed class MapState : WorkState
{
    public override StateType Type => StateType.Map;

    /// <summary>Where the array is; <c>$</c> by default.</summary>
    public DataPath ItemsPath { get; init; } = DefaultPath;

    /// <summary>What an iteration gets; null for the item itself. <c>Parameters</c> is its old name.</summary>
    public PayloadTemplate? ItemSelector { get; init; }

    public required StateGraph Processor { get; init; }

    /// <summary>0 and null for no limit of its own.</summary>
    public IntegerField? MaxConcurrency { get; init; }
}
