namespace Patterns.Local.Services.StepFunctions.Language.States;

internal sealed class SucceedState : StateDefinition
{
    public override StateType Type => StateType.Succeed;
}
