namespace Patterns.Local.Services.StepFunctions.Language.States;

internal sealed class ChoiceState : StateDefinition
{
    public override StateType Type => StateType.Choice;

    public required IReadOnlyList<ChoiceRule> Rules { get; init; }

    /// <summary>Where to go when no rule matches; null when that is an error.</summary>
    public string? Default { get; init; }
}
