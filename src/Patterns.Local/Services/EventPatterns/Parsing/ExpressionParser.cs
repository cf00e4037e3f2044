using System.Text.Json;
using Patterns.Local.Services.EventPatterns.Matching;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Reads one match expression, an object with a single key.</summary>
internal sealed class ExpressionParser(PatternDialect dialect, WildcardBudget wildcards)
{
    private readonly AnythingButParser _anythingBut = new(dialect, wildcards);

    public ValueMatcher Parse(ref PatternReader reader)
    {
        reader.Read();
        if (!reader.IsAt(JsonTokenType.PropertyName))
        {
            throw reader.Error("Match expression name not found");
        }

        var name = reader.Text();
        var operation = MatchExpression.OperatorOf(name);
        if (operation == PatternOperators.None || !dialect.Has(operation))
        {
            throw reader.Error($"Unrecognized match type {name}");
        }

        reader.Read();
        return operation switch
        {
            PatternOperators.Prefix or PatternOperators.Suffix => Affix(ref reader, name),
            PatternOperators.EqualsIgnoreCase => Closed(ref reader, EqualsIgnoreCase(ref reader)),
            PatternOperators.Wildcard => Closed(ref reader, Wildcard(ref reader)),
            PatternOperators.AnythingBut => _anythingBut.Parse(ref reader),
            PatternOperators.Numeric => NumericParser.Parse(ref reader),
            PatternOperators.Exists => Closed(ref reader, Exists(ref reader)),
            _ => Closed(ref reader, Cidr(ref reader)),
        };
    }

    /// <summary>Reads the end of the expression.</summary>
    public static ValueMatcher Closed(ref PatternReader reader, ValueMatcher matcher)
    {
        reader.Read();
        return reader.IsAt(JsonTokenType.EndObject)
            ? matcher
            : throw reader.Error("Only one key allowed in match expression");
    }

    private ValueMatcher Affix(ref PatternReader reader, string name)
    {
        if (reader.IsAt(JsonTokenType.StartObject) && dialect.Has(PatternOperators.AffixIgnoreCase))
        {
            return Closed(ref reader, AffixIgnoreCase(ref reader, name));
        }

        return Closed(ref reader, AffixOf(name, TextOf(ref reader, name), StringComparison.Ordinal));
    }

    private static ValueMatcher AffixIgnoreCase(ref PatternReader reader, string name)
    {
        reader.Read();
        if (!reader.IsAt(JsonTokenType.PropertyName))
        {
            throw reader.Error($"{(name == MatchExpression.Prefix ? "Prefix" : "Suffix")} expression name not found");
        }

        if (reader.Text() is var inner && inner != MatchExpression.EqualsIgnoreCase)
        {
            throw reader.Error($"Unsupported {name} pattern: {inner}");
        }

        reader.Read();
        var text = TextOf(ref reader, MatchExpression.EqualsIgnoreCase);
        return Closed(ref reader, AffixOf(name, text, StringComparison.OrdinalIgnoreCase));
    }

    private static TextMatcher AffixOf(string name, string text, StringComparison comparison) =>
        name == MatchExpression.Prefix ? new PrefixMatcher(text, comparison) : new SuffixMatcher(text, comparison);

    private static EqualTextMatcher EqualsIgnoreCase(ref PatternReader reader) =>
        new(TextOf(ref reader, MatchExpression.EqualsIgnoreCase), StringComparison.OrdinalIgnoreCase);

    private WildcardMatcher Wildcard(ref PatternReader reader)
    {
        var text = TextOf(ref reader, MatchExpression.Wildcard);
        return WildcardParser.Parse(ref reader, text, wildcards);
    }

    private static PresenceMatcher Exists(ref PatternReader reader) => reader.Token switch
    {
        JsonTokenType.True => new PresenceMatcher(true),
        JsonTokenType.False => new PresenceMatcher(false),
        _ => throw reader.Error("exists match pattern must be either true or false."),
    };

    // The service calls the operand of cidr a prefix.
    private static CidrMatcher Cidr(ref PatternReader reader) => CidrParser.Parse(TextOf(ref reader, MatchExpression.Prefix));

    private static string TextOf(ref PatternReader reader, string name) => reader.IsAt(JsonTokenType.String)
        ? reader.Text()
        : throw reader.Error($"{name} match pattern must be a string");
}
