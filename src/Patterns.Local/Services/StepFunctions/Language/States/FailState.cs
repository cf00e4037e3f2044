using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>A Fail state; the expressions are literals, paths or functions that give a text.</summary>
internal sealed class FailState : StateDefinition
{
    public override StateType Type => StateType.Fail;

    /// <summary>Null for no name.</summary>
    public Expression? Error { get; init; }

    /// <summary>Null for no cause.</summary>
    public Expression? Cause { get; init; }
}
