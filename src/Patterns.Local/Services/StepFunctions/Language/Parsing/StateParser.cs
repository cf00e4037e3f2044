using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads one state.</summary>
internal static class StateParser
{
    private const int MaxName = 80;

    /// <returns>Null when the state is of no use; the report says why.</returns>
    public static StateDefinition? Read(string name, SourceNode node, GraphScope scope)
    {
        if (name.Length is 0 or > MaxName)
        {
            scope.Report.Add(node, $"The name of a state has 1 to {MaxName} characters");
        }

        if (node.Data is not ObjectData)
        {
            scope.Report.Add(node, "A state must be an object");
            return null;
        }

        var fields = new FieldReader(node, scope.Report);
        fields.Require("Type");
        fields.Text("Comment");
        if (fields.Text("Type") is not { } type || !QueryLanguage.IsSupported(fields))
        {
            return null;
        }

        QueryLanguage.RefuseJsonata(fields);
        var state = Read(type, name, fields, scope);
        if (state is not null)
        {
            fields.Finish();
        }

        return state;
    }

    /// <summary>Reads <c>Next</c> and <c>End</c>, of which a state has one.</summary>
    public static string? Next(string name, FieldReader fields, GraphScope scope)
    {
        var (isEnd, next) = (fields.Boolean("End") ?? false, scope.Refer(name, fields, "Next"));
        if (isEnd == fields.Has("Next"))
        {
            scope.Report.Add(fields.Node, "Exactly one of these fields is required: [Next, End]");
        }

        return next;
    }

    private static StateDefinition? Read(string type, string name, FieldReader fields, GraphScope scope)
    {
        switch (type)
        {
            case nameof(StateType.Pass):
                return SimpleStateParser.ReadPass(name, fields, scope);
            case nameof(StateType.Succeed):
                return SimpleStateParser.ReadSucceed(name, fields);
            case nameof(StateType.Fail):
                return SimpleStateParser.ReadFail(name, fields);
            case nameof(StateType.Wait):
                return SimpleStateParser.ReadWait(name, fields, scope);
            case nameof(StateType.Choice):
                return ChoiceParser.Read(name, fields, scope);
            case nameof(StateType.Task):
                return TaskParser.Read(name, fields, scope);
            case nameof(StateType.Parallel):
                return BranchParser.ReadParallel(name, fields, scope);
            case nameof(StateType.Map):
                return BranchParser.ReadMap(name, fields, scope);
            default:
                scope.Report.Add(fields.Find("Type")!, $"Unknown state type '{type}'");
                return null;
        }
    }
}
