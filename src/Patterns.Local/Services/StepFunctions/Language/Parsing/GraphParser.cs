using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads <c>StartAt</c> and <c>States</c> of a machine, a branch or an item processor.</summary>
internal static class GraphParser
{
    public static StateGraph? Read(FieldReader fields, IReadOnlySet<string> outerVariables)
    {
        var (startAt, states) = (fields.Text("StartAt"), fields.Find("States"));
        if (states is null)
        {
            return null;
        }

        if (states.Data is not ObjectData { Members.Count: > 0 })
        {
            fields.Report.Add(states, "The value of field 'States' must be an object with at least one state");
            return null;
        }

        var scope = new GraphScope(fields.Report, outerVariables);
        VariableNames.Collect(states, scope.Variables);
        var read = ReadStates(states, scope);
        if (startAt is null || !TargetsExist(fields, startAt, states, scope) || read.Count < states.Members.Count)
        {
            return null;
        }

        ReportUnreachable(startAt, states, scope);
        return new StateGraph(startAt, read);
    }

    private static Dictionary<string, StateDefinition> ReadStates(SourceNode states, GraphScope scope)
    {
        var read = new Dictionary<string, StateDefinition>();
        foreach (var (name, node) in states.Members)
        {
            if (StateParser.Read(name, node, scope) is { } state && !read.TryAdd(name, state))
            {
                scope.Report.Add(node, $"State '{name}' is given more than once");
            }
        }

        return read;
    }

    private static bool TargetsExist(FieldReader fields, string startAt, SourceNode states, GraphScope scope)
    {
        var exist = states.Find(startAt) is not null;
        if (!exist)
        {
            fields.Report.Add(fields.Find("StartAt")!, $"Missing 'StartAt' target: {startAt}", DefinitionDiagnostic.MissingTransitionTarget);
        }

        foreach (var transition in scope.Transitions.Where(transition => states.Find(transition.To) is null))
        {
            exist = false;
            scope.Report.Add(
                transition.Place, $"Missing '{transition.Field}' target: {transition.To}", DefinitionDiagnostic.MissingTransitionTarget);
        }

        return exist;
    }

    private static void ReportUnreachable(string startAt, SourceNode states, GraphScope scope)
    {
        var ways = scope.Transitions.ToLookup(transition => transition.From, transition => transition.To);
        var reached = new HashSet<string> { startAt };
        var open = new Stack<string>(reached);
        while (open.TryPop(out var name))
        {
            foreach (var target in ways[name].Where(reached.Add))
            {
                open.Push(target);
            }
        }

        foreach (var (name, node) in states.Members.Where(state => !reached.Contains(state.Key)))
        {
            scope.Report.Add(node, $"State \"{name}\" is not reachable.", DefinitionDiagnostic.MissingTransitionTarget);
        }
    }
}
