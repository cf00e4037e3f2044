using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>The names that <c>Assign</c> gives to variables.</summary>
internal static class VariableNames
{
    private const int MaxLength = 80;
    private const string Reserved = "states";

    /// <summary>Adds the names that the states of a graph assign, without those of the graphs within.</summary>
    public static void Collect(SourceNode states, HashSet<string> names)
    {
        foreach (var (_, state) in states.Members)
        {
            IEnumerable<SourceNode?> owners = [state, .. state.Find("Catch")?.Items ?? [], .. state.Find("Choices")?.Items ?? []];
            foreach (var (name, _) in owners.SelectMany(owner => owner?.Find("Assign")?.Members ?? []))
            {
                names.Add(Plain(name));
            }
        }
    }

    /// <returns>Null when there is no <c>Assign</c>, or none that can be used.</returns>
    public static ObjectTemplate? Read(FieldReader fields, GraphScope scope)
    {
        if (fields.Find("Assign") is not { } assign)
        {
            return null;
        }

        if (assign.Data is not ObjectData)
        {
            scope.Report.Add(assign, "The value of field 'Assign' must be an object");
            return null;
        }

        foreach (var (name, node) in assign.Members)
        {
            Check(Plain(name), node, scope);
        }

        return TemplateParser.ParseObject(assign, scope.Report);
    }

    private static void Check(string name, SourceNode node, GraphScope scope)
    {
        if (name.Length is 0 or > MaxLength || !PathParser.IsNameStart(name[0]) || !name.All(PathParser.IsNamePart) || name == Reserved)
        {
            scope.Report.Add(node, $"'{name}' is not a valid variable name: a letter or underscore, then letters, digits and underscores, at most {MaxLength}, and not '{Reserved}'");
        }
        else if (scope.OuterVariables.Contains(name))
        {
            scope.Report.Add(node, $"Variable '{name}' belongs to an outer scope, which an inner scope can read but not assign");
        }
    }

    private static string Plain(string name) => name.EndsWith(".$", StringComparison.Ordinal) ? name[..^2] : name;
}
