namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>What the states of one graph share while they are read.</summary>
internal sealed class GraphScope(DefinitionReport report, IReadOnlySet<string> outerVariables)
{
    private readonly List<Transition> _transitions = [];

    public DefinitionReport Report => report;

    /// <summary>The variables of the graphs around this one, which it may read but not assign.</summary>
    public IReadOnlySet<string> OuterVariables => outerVariables;

    /// <summary>The variables that the graphs within this one may not assign.</summary>
    public HashSet<string> Variables { get; } = [.. outerVariables];

    public IReadOnlyList<Transition> Transitions => _transitions;

    /// <returns>The target that the field names; null when it is absent or no string.</returns>
    public string? Refer(string from, FieldReader fields, string name)
    {
        if (fields.Text(name) is not { } target)
        {
            return null;
        }

        _transitions.Add(new Transition(from, name, target, fields.Find(name)!));
        return target;
    }
}
