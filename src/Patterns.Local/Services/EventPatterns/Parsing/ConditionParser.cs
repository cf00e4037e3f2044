using System.Text.Json;
using Patterns.Local.Services.EventPatterns.Matching;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Reads the array of a condition: literals and match expressions.</summary>
internal sealed class ConditionParser(PatternDialect dialect, WildcardBudget wildcards)
{
    private readonly ExpressionParser _expressions = new(dialect, wildcards);

    public ValueMatcher[] Parse(ref PatternReader reader)
    {
        var matchers = new List<ValueMatcher>();
        while (reader.Read() && !reader.IsAt(JsonTokenType.EndArray))
        {
            matchers.Add(ParseValue(ref reader));
        }

        if (matchers.Count == 0)
        {
            throw reader.Error("Empty arrays are not allowed");
        }

        wildcards.EndField();
        return [.. matchers];
    }

    private ValueMatcher ParseValue(ref PatternReader reader) => reader.Token switch
    {
        JsonTokenType.StartObject => _expressions.Parse(ref reader),
        JsonTokenType.String => new EqualTextMatcher(reader.Text(), StringComparison.Ordinal),
        JsonTokenType.Number => new EqualNumberMatcher(reader.Number()),
        JsonTokenType.True => new LiteralMatcher(JsonValueKind.True),
        JsonTokenType.False => new LiteralMatcher(JsonValueKind.False),
        JsonTokenType.Null => new LiteralMatcher(JsonValueKind.Null),
        _ => throw reader.Error("Match value must be String, number, true, false, or null"),
    };
}
