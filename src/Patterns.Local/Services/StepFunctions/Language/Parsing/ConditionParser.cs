using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Choices;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads the conditions of choice rules.</summary>
internal static class ConditionParser
{
    private static readonly HashSet<string> Operators =
        ["And", "Or", "Not", .. TypeCondition.Names, .. ComparisonName.All.Keys];

    /// <summary>Reads the one condition that the rule has, and reports what else it has.</summary>
    public static ChoiceCondition? Read(FieldReader fields)
    {
        fields.Text("Comment");
        fields.Refuse("Condition", "Field 'Condition' belongs to the query language 'JSONata', which is not supported yet");
        var names = fields.Node.Members.Select(member => member.Key).Where(Operators.Contains).Distinct().ToList();
        if (names.Count != 1)
        {
            fields.Report.Add(fields.Node, "A choice rule must have exactly one comparison operator, 'And', 'Or' or 'Not'");
            return null;
        }

        var (name, value) = (names[0], fields.Find(names[0])!);
        var condition = name switch
        {
            "And" or "Or" => ReadTerms(name, value, fields.Report),
            "Not" => ReadNested(value, fields.Report) is { } term ? new NegatedCondition(term) : null,
            _ => ReadTest(name, value, fields),
        };
        fields.Finish();
        return condition;
    }

    private static LogicalCondition? ReadTerms(string name, SourceNode list, DefinitionReport report)
    {
        if (list.Items.Count == 0)
        {
            report.Add(list, $"The value of field '{name}' must be a non-empty array");
            return null;
        }

        var terms = list.Items.Select(item => ReadNested(item, report)).OfType<ChoiceCondition>().ToArray();
        return terms.Length == list.Items.Count ? new LogicalCondition(terms, wantsAll: name == "And") : null;
    }

    private static ChoiceCondition? ReadNested(SourceNode node, DefinitionReport report)
    {
        if (node.Data is ObjectData)
        {
            return Read(new FieldReader(node, report));
        }

        report.Add(node, "A condition must be an object");
        return null;
    }

    private static ChoiceCondition? ReadTest(string name, SourceNode value, FieldReader fields)
    {
        fields.Require("Variable");
        if (fields.OptionalPath("Variable") is not { } path)
        {
            return null;
        }

        var variable = new ChoiceOperand(path);
        if (!ComparisonName.All.TryGetValue(name, out var comparison))
        {
            return fields.Boolean(name) is { } expected ? new TypeCondition(variable, name, expected) : null;
        }

        return ReadOperand(name, comparison, value, fields) is { } operand ? new ComparisonCondition(variable, comparison, operand) : null;
    }

    private static ChoiceOperand? ReadOperand(string name, ComparisonName comparison, SourceNode value, FieldReader fields)
    {
        if (comparison.IsPath)
        {
            return fields.OptionalPath(name) is { } path ? new ChoiceOperand(path) : null;
        }

        if (IsOfType(value.Data, comparison))
        {
            return new ChoiceOperand(value.Data);
        }

        fields.Report.Add(value, $"The value of field '{name}' must be {Wanted(comparison)}");
        return null;
    }

    private static bool IsOfType(JsonData value, ComparisonName comparison) => comparison.Type switch
    {
        ComparisonType.Boolean => value is BooleanData,
        ComparisonType.Numeric => value is NumberData,
        ComparisonType.Timestamp => value is TextData text && Timestamp.TryParse(text.Value, out _),
        _ => value is TextData text && (comparison.Operator != ComparisonOperator.Matches || WildcardPattern.IsValid(text.Value)),
    };

    private static string Wanted(ComparisonName comparison) => comparison switch
    {
        { Type: ComparisonType.Boolean } => "a boolean",
        { Type: ComparisonType.Numeric } => "a number",
        { Type: ComparisonType.Timestamp } => "a valid ISO-8601 extended offset date-time format string",
        { Operator: ComparisonOperator.Matches } => @"a string in which a backslash comes before '*' or '\' only",
        _ => "a string",
    };
}
