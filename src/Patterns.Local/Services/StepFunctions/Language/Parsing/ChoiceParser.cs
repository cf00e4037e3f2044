using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads Choice states.</summary>
internal static class ChoiceParser
{
    public static ChoiceState? Read(string name, FieldReader fields, GraphScope scope)
    {
        fields.Require("Choices");
        var rules = fields.Find("Choices") is { } list ? ReadRules(name, list, scope) : null;
        var state = new ChoiceState
        {
            Name = name,
            InputPath = fields.Path("InputPath"),
            OutputPath = fields.Path("OutputPath"),
            Assign = VariableNames.Read(fields, scope),
            Rules = rules ?? [],
            Default = scope.Refer(name, fields, "Default"),
        };
        return rules is null ? null : state;
    }

    private static List<ChoiceRule>? ReadRules(string name, SourceNode list, GraphScope scope)
    {
        if (list.Data is not ArrayData { Items.Count: > 0 })
        {
            scope.Report.Add(list, "The value of field 'Choices' must be a non-empty array");
            return null;
        }

        var rules = list.Items.Select(item => ReadRule(name, item, scope)).OfType<ChoiceRule>().ToList();
        return rules.Count == list.Items.Count ? rules : null;
    }

    private static ChoiceRule? ReadRule(string name, SourceNode node, GraphScope scope)
    {
        if (node.Data is not ObjectData)
        {
            scope.Report.Add(node, "A choice rule must be an object");
            return null;
        }

        var fields = new FieldReader(node, scope.Report);
        fields.Require("Next");
        fields.Refuse("Output", "Field 'Output' belongs to the query language 'JSONata', which is not supported yet");
        var (next, assign) = (scope.Refer(name, fields, "Next"), VariableNames.Read(fields, scope));
        var condition = ConditionParser.Read(fields);
        return condition is null || next is null ? null : new ChoiceRule(condition, next, assign);
    }
}
