namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>States that refer to each other: a machine, a branch, or what a Map state runs for each item.</summary>
internal sealed class StateGraph(string startAt, IReadOnlyDictionary<string, StateDefinition> states)
{
    public StateDefinition Start => states[startAt];

    public IReadOnlyDictionary<string, StateDefinition> States => states;

    public StateDefinition this[string name] => states[name];
}
