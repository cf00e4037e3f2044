using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>What the states of one run of a graph share: their variables, their line of events and their item.</summary>
internal sealed class RunScope(RunEnvironment environment, RunScope? outer, EventCursor cursor, BranchGroup? group)
{
    private Dictionary<string, JsonData>? _variables;

    public EventCursor Cursor => cursor;

    /// <summary>The Parallel or Map state that runs the graph; null for the machine's own.</summary>
    public BranchGroup? Group => group;

    /// <summary>The iteration of the innermost Map state around; null outside of one.</summary>
    public ObjectData? Item { get; init; } = outer?.Item;

    /// <returns>Null when neither this scope nor one around it has the variable.</returns>
    public JsonData? Variable(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._variables is { } variables && variables.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <exception cref="EvaluationException">The variables are too large.</exception>
    public void Assign(ObjectData values)
    {
        var options = environment.Options;
        if (values.Members.Sum(member => (long)member.Value.ByteCount) > options.MaxVariableBytes)
        {
            throw new EvaluationException(StatesErrors.DataLimitExceeded, "The variables of one Assign exceed the maximum number of bytes service limit.");
        }

        _variables ??= [];
        var isWithinLimit = true;
        foreach (var (name, value) in values.Members)
        {
            var before = _variables.TryGetValue(name, out var old) ? old.ByteCount : 0;
            isWithinLimit &= environment.AddVariableBytes(value.ByteCount - before);
            _variables[name] = value;
        }

        if (!isWithinLimit)
        {
            throw new EvaluationException(StatesErrors.DataLimitExceeded, "The variables of the execution exceed the maximum number of bytes service limit.");
        }
    }

    /// <summary>Gives the room of the variables back; the scope is at its end.</summary>
    public void Release() => environment.AddVariableBytes(-(_variables?.Values.Sum(value => (long)value.ByteCount) ?? 0));

    private RunScope? Outer => outer;
}
