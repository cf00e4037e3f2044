using System.Text.Json;
using Patterns.Local.Services.EventPatterns.Matching;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Reads <c>numeric</c>: an equality, one bound, or a lower and then an upper bound.</summary>
internal static class NumericParser
{
    public static ValueMatcher Parse(ref PatternReader reader)
    {
        if (!reader.IsAt(JsonTokenType.StartArray))
        {
            throw reader.Error("Value of numeric must be an array.");
        }

        reader.Read();
        var matcher = ParseTerms(ref reader);
        reader.Read();
        return reader.IsAt(JsonTokenType.EndObject) ? matcher : throw TooMany(reader);
    }

    private static ValueMatcher ParseTerms(ref PatternReader reader)
    {
        if (!reader.IsAt(JsonTokenType.String))
        {
            throw reader.Error($"Invalid member in numeric match: {reader.Raw()}");
        }

        var comparison = reader.Text();
        reader.Read();
        return comparison switch
        {
            "=" => Last(ref reader, new EqualNumberMatcher(NumberOf(ref reader, "equals"))),
            "<" or "<=" => Last(ref reader, new NumericRangeMatcher(null, BoundOf(ref reader, comparison))),
            ">" or ">=" => ParseUpper(ref reader, BoundOf(ref reader, comparison)),
            _ => throw reader.Error($"Unrecognized numeric range operator: {comparison}"),
        };
    }

    private static NumericRangeMatcher ParseUpper(ref PatternReader reader, NumericBound lower)
    {
        reader.Read();
        if (reader.IsAt(JsonTokenType.EndArray))
        {
            return new NumericRangeMatcher(lower, null);
        }

        var upper = UpperBound(ref reader);
        reader.Read();
        if (!reader.IsAt(JsonTokenType.EndArray))
        {
            throw reader.Error("Too many terms in numeric range expression");
        }

        return lower.Value.CompareTo(upper.Value) < 0
            ? new NumericRangeMatcher(lower, upper)
            : throw reader.Error("Bottom must be less than top");
    }

    private static NumericBound UpperBound(ref PatternReader reader)
    {
        if (!reader.IsAt(JsonTokenType.String))
        {
            throw reader.Error($"Bad value in numeric range: {reader.Raw()}");
        }

        var comparison = reader.Text();
        if (comparison is not ("<" or "<="))
        {
            throw reader.ErrorAfter($"Bad numeric range operator: {comparison}");
        }

        reader.Read();
        return BoundOf(ref reader, comparison);
    }

    private static NumericBound BoundOf(ref PatternReader reader, string comparison) =>
        new(NumberOf(ref reader, comparison), comparison.EndsWith('='));

    private static PatternNumber NumberOf(ref PatternReader reader, string comparison) =>
        reader.IsAt(JsonTokenType.Number)
            ? reader.Number()
            : throw reader.Error($"Value of {comparison} must be numeric");

    private static ValueMatcher Last(ref PatternReader reader, ValueMatcher matcher)
    {
        reader.Read();
        return reader.IsAt(JsonTokenType.EndArray) ? matcher : throw TooMany(reader);
    }

    private static EventPatternException TooMany(PatternReader reader) =>
        reader.Error("Too many elements in numeric expression");
}
