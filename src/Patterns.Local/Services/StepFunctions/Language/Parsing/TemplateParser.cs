using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Compiles payload templates; parts without a <c>.$</c> field become constants.</summary>
internal static class TemplateParser
{
    private const string Suffix = ".$";

    public static PayloadTemplate Parse(SourceNode node, DefinitionReport report)
    {
        if (!HasExpression(node))
        {
            return new ConstantTemplate(node.Data);
        }

        return node.Data is ArrayData
            ? new ArrayTemplate([.. node.Items.Select(item => Parse(item, report))])
            : ParseObject(node, report);
    }

    public static ObjectTemplate ParseObject(SourceNode node, DefinitionReport report)
    {
        var members = new List<KeyValuePair<string, PayloadTemplate>>();
        var names = new HashSet<string>();
        foreach (var (name, value) in node.Members)
        {
            var isExpression = name.EndsWith(Suffix, StringComparison.Ordinal);
            var key = isExpression ? name[..^Suffix.Length] : name;
            if (!names.Add(key))
            {
                report.Add(value, $"Field '{key}' is given more than once");
                continue;
            }

            members.Add(new(key, isExpression ? ParseExpression(name, value, report) : Parse(value, report)));
        }

        return new ObjectTemplate([.. members]);
    }

    /// <summary>The expression of a field, or null after reporting what is wrong with it.</summary>
    public static Expression? Expression(string name, SourceNode value, DefinitionReport report)
    {
        try
        {
            return value.Data is TextData text ? ExpressionParser.Parse(text.Value) : throw new PathSyntaxException("it is not a string");
        }
        catch (PathSyntaxException error)
        {
            report.Add(value, $"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call: {error.Message}");
            return null;
        }
    }

    private static PayloadTemplate ParseExpression(string name, SourceNode value, DefinitionReport report) =>
        Expression(name, value, report) is { } expression ? new ExpressionTemplate(name, expression) : new ConstantTemplate(NullData.Instance);

    private static bool HasExpression(SourceNode node) =>
        node.Members.Any(member => member.Key.EndsWith(Suffix, StringComparison.Ordinal) || HasExpression(member.Value))
        || node.Items.Any(HasExpression);
}
