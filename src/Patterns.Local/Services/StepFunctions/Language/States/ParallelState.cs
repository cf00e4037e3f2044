namespace Patterns.Local.Services.StepFunctions.Language.States;

internal sealed class ParallelState : WorkState
{
    public override StateType Type => StateType.Parallel;

    public required IReadOnlyList<StateGraph> Branches { get; init; }
}
