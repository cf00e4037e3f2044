using System.Text.Json;
using Patterns.Local.Services.EventPatterns.Matching;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Reads <c>anything-but</c>: a value, a list of strings or of numbers, or an inner string expression with a value or list.</summary>
internal sealed class AnythingButParser(PatternDialect dialect, WildcardBudget wildcards)
{
    public ValueMatcher Parse(ref PatternReader reader)
    {
        if (reader.IsAt(JsonTokenType.StartObject))
        {
            return ExpressionParser.Closed(ref reader, ParseInner(ref reader));
        }

        CheckOperand(reader);
        var excluded = reader.IsAt(JsonTokenType.StartArray) ? ParseList(ref reader) : [ParseValue(ref reader)];
        return ExpressionParser.Closed(ref reader, new AnythingButMatcher(excluded));
    }

    private static ValueMatcher[] ParseList(ref PatternReader reader)
    {
        var (hasText, hasNumber) = (false, false);
        var excluded = new List<ValueMatcher>();
        while (reader.Read() && !reader.IsAt(JsonTokenType.EndArray))
        {
            excluded.Add(ParseValue(ref reader));
            hasText |= reader.IsAt(JsonTokenType.String);
            hasNumber |= reader.IsAt(JsonTokenType.Number);
        }

        return hasText != hasNumber
            ? [.. excluded]
            : throw reader.Error("Inside anything but list, either all values are number or string, mixed type is not supported");
    }

    private static ValueMatcher ParseValue(ref PatternReader reader) => reader.Token switch
    {
        JsonTokenType.String => new EqualTextMatcher(reader.Text(), StringComparison.Ordinal),
        JsonTokenType.Number => new EqualNumberMatcher(reader.Number()),
        _ => throw reader.Error("Inside anything but list, start|null|boolean is not supported."),
    };

    private ValueMatcher ParseInner(ref PatternReader reader)
    {
        reader.Read();
        if (!reader.IsAt(JsonTokenType.PropertyName))
        {
            throw reader.Error("Anything-But expression name not found");
        }

        var name = reader.Text();
        var operation = InnerOperatorOf(name);
        if (operation == PatternOperators.None || !dialect.Has(operation))
        {
            throw reader.Error($"Unsupported anything-but pattern: {name}");
        }

        reader.Read();
        return ExpressionParser.Closed(ref reader, new AnythingButMatcher(ParseInnerOperand(ref reader, name)));
    }

    private ValueMatcher[] ParseInnerOperand(ref PatternReader reader, string name)
    {
        if (!reader.IsAt(JsonTokenType.StartArray))
        {
            CheckInnerOperand(reader, name);
            return [ParseInnerValue(ref reader, name)];
        }

        var excluded = new List<ValueMatcher>();
        while (reader.Read() && !reader.IsAt(JsonTokenType.EndArray))
        {
            excluded.Add(ParseInnerValue(ref reader, name));
        }

        return excluded.Count > 0 ? [.. excluded] : throw reader.Error("Empty arrays are not allowed");
    }

    private ValueMatcher ParseInnerValue(ref PatternReader reader, string name)
    {
        if (!reader.IsAt(JsonTokenType.String))
        {
            throw reader.Error(NotText(name));
        }

        var text = reader.Text();
        if (name is MatchExpression.Prefix or MatchExpression.Suffix && text.Length == 0)
        {
            throw reader.ErrorAfter("Null prefix/suffix not allowed");
        }

        return name switch
        {
            MatchExpression.Prefix => new PrefixMatcher(text, StringComparison.Ordinal),
            MatchExpression.Suffix => new SuffixMatcher(text, StringComparison.Ordinal),
            MatchExpression.EqualsIgnoreCase => new EqualTextMatcher(text, StringComparison.OrdinalIgnoreCase),
            _ => WildcardParser.Parse(ref reader, text, wildcards),
        };
    }

    private void CheckInnerOperand(PatternReader reader, string name)
    {
        // Topics have an error of their own for a single value of another kind.
        if (!dialect.Has(PatternOperators.AnythingButSuffix) && !reader.IsAt(JsonTokenType.String))
        {
            throw reader.Error($"{name} match pattern must be a string");
        }

        CheckOperand(reader);
    }

    private static void CheckOperand(PatternReader reader)
    {
        if (reader.Token is not (JsonTokenType.StartArray or JsonTokenType.String or JsonTokenType.Number))
        {
            throw reader.Error("Value of anything-but must be an array or single string/number value.");
        }
    }

    private static PatternOperators InnerOperatorOf(string name) => name switch
    {
        MatchExpression.Prefix => PatternOperators.AnythingButPrefix,
        MatchExpression.Suffix => PatternOperators.AnythingButSuffix,
        MatchExpression.EqualsIgnoreCase => PatternOperators.AnythingButIgnoreCase,
        MatchExpression.Wildcard => PatternOperators.AnythingButWildcard,
        _ => PatternOperators.None,
    };

    private static string NotText(string name) => name switch
    {
        MatchExpression.EqualsIgnoreCase => "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
        MatchExpression.Wildcard => "wildcard match pattern must be a string",
        _ => "prefix/suffix match pattern must be a string",
    };
}
