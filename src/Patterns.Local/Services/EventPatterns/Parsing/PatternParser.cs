using System.Text.Json;
using Patterns.Local.Services.EventPatterns.Matching;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Compiles one pattern: the tree of keys, with every <c>$or</c> multiplied out into alternatives.</summary>
internal sealed class PatternParser
{
    private readonly PatternDialect _dialect;
    private readonly WildcardBudget _wildcards;
    private readonly ConditionParser _values;
    private readonly List<Condition> _conditions = [];
    private bool _readsInsidePayload;
    private int _topKeys;

    private PatternParser(PatternDialect dialect)
    {
        _dialect = dialect;
        _wildcards = new WildcardBudget(dialect.WildcardCost);
        _values = new ConditionParser(dialect, _wildcards);
    }

    public static EventPattern Parse(ReadOnlySpan<byte> json, PatternDialect dialect)
    {
        if (json.Length > dialect.MaxBytes)
        {
            throw new EventPatternException($"Pattern is longer than the {dialect.MaxBytes} bytes that {dialect.Name} allow");
        }

        try
        {
            var reader = new PatternReader(json);
            return new PatternParser(dialect).Parse(ref reader);
        }
        catch (JsonException malformed)
        {
            throw EventPatternException.Malformed(json, malformed);
        }
    }

    private EventPattern Parse(ref PatternReader reader)
    {
        reader.Read();
        if (!reader.IsAt(JsonTokenType.StartObject))
        {
            throw reader.Error("Filter is not an object");
        }

        List<Alternative> alternatives = [new Alternative()];
        var combinations = ParseObject(ref reader, new PatternScope(alternatives, "", 1), 1);
        reader.Read();
        Check(combinations);
        return Compile(alternatives);
    }

    private void Check(long combinations)
    {
        if (_topKeys > _dialect.MaxKeys)
        {
            throw new EventPatternException($"Filter policy can not have more than {_dialect.MaxKeys} keys");
        }

        if (combinations > _dialect.MaxCombinations)
        {
            throw new EventPatternException("Filter policy is too complex");
        }

        _wildcards.CheckTotal();
    }

    private EventPattern Compile(List<Alternative> alternatives) => new(
        PathNode.Over(_conditions),
        _conditions.Count,
        [.. alternatives.Select(alternative => alternative.Conditions())],
        _readsInsidePayload);

    private long ParseObject(ref PatternReader reader, PatternScope scope, long combinations)
    {
        var isEmpty = true;
        while (reader.Read() && !reader.IsAt(JsonTokenType.EndObject))
        {
            isEmpty = false;
            combinations = ParseKey(ref reader, scope, combinations);
        }

        if (isEmpty && !(scope.IsTop && _dialect.AllowsEmpty))
        {
            throw reader.Error("Empty objects are not allowed");
        }

        return combinations;
    }

    private long ParseKey(ref PatternReader reader, PatternScope scope, long combinations)
    {
        var key = reader.Text();
        _topKeys += scope.IsTop ? 1 : 0;
        reader.Read();
        if (_dialect.Has(PatternOperators.Or) && OrRelation.IsAt(reader, key))
        {
            return ParseOr(ref reader, scope, combinations);
        }

        return reader.Token switch
        {
            JsonTokenType.StartObject => ParseNested(ref reader, scope.Below(key), combinations),
            JsonTokenType.StartArray => ParseCondition(ref reader, scope.PathTo(key), scope, combinations),
            _ => throw reader.Error($"\"{key}\" must be an object or an array"),
        };
    }

    private long ParseNested(ref PatternReader reader, PatternScope scope, long combinations)
    {
        var result = ParseObject(ref reader, scope, combinations);
        if (!_dialect.AllowsNesting)
        {
            throw new EventPatternException("Filter policy scope MessageAttributes does not support nested filter policy")
            {
                IsNesting = true,
            };
        }

        return result;
    }

    private long ParseCondition(ref PatternReader reader, string path, PatternScope scope, long combinations)
    {
        var condition = new Condition(_conditions.Count, path, _values.Parse(ref reader));
        _conditions.Add(condition);
        _readsInsidePayload |= _dialect.PayloadKey is { } payload
            && path.StartsWith(payload, StringComparison.Ordinal) && path.AsSpan(payload.Length).StartsWith(".");
        foreach (var alternative in scope.Alternatives)
        {
            alternative.Demand(condition);
        }

        return Saturated(combinations, condition.Breadth * scope.Depth);
    }

    private long ParseOr(ref PatternReader reader, PatternScope scope, long combinations)
    {
        var outside = scope.Alternatives.ToArray();
        scope.Alternatives.Clear();
        var sum = 0L;
        while (reader.Read() && reader.IsAt(JsonTokenType.StartObject))
        {
            var inside = scope with { Alternatives = [.. outside.Select(alternative => alternative.Copy())] };
            sum += ParseObject(ref reader, inside with { IsInsideOr = true }, combinations);
            scope.Alternatives.AddRange(inside.Alternatives);
            if (scope.Alternatives.Count > _dialect.MaxAlternatives)
            {
                throw new EventPatternException("Rule is too complex - $or multiplies to too many combinations");
            }
        }

        return sum;
    }

    private static long Saturated(long combinations, long factor) => Math.Min(combinations, int.MaxValue) * factor;
}
