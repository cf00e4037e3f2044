using System.Text;
using System.Text.Json;
using Patterns.Local.Services.EventPatterns.Matching;
using Patterns.Local.Services.EventPatterns.Parsing;

namespace Patterns.Local.Services.EventPatterns;

/// <summary>A compiled content filter: topic filter policies, filter criteria of mappings, event rules and pipes.</summary>
/// <remarks>Immutable; one pattern serves any number of threads.</remarks>
internal sealed class EventPattern
{
    private readonly PathNode _root;
    private readonly int _conditionCount;
    private readonly Condition[][] _alternatives;

    internal EventPattern(PathNode root, int conditionCount, Condition[][] alternatives, bool readsInsidePayload)
    {
        _root = root;
        _conditionCount = conditionCount;
        _alternatives = alternatives;
        ReadsInsidePayload = readsInsidePayload;
    }

    /// <summary>
    /// True when the pattern has conditions below the payload key of its dialect (<c>body</c>, <c>data</c>), so that the
    /// payload must be parsed as JSON; a payload that is no JSON object then cannot match.
    /// </summary>
    public bool ReadsInsidePayload { get; }

    /// <exception cref="EventPatternException">The pattern is malformed, or beyond what the dialect allows.</exception>
    public static EventPattern Parse(string json, PatternDialect dialect) =>
        Parse(Encoding.UTF8.GetBytes(json), dialect);

    /// <exception cref="EventPatternException">The pattern is malformed, or beyond what the dialect allows.</exception>
    public static EventPattern Parse(ReadOnlySpan<byte> json, PatternDialect dialect) =>
        PatternParser.Parse(json, dialect);

    /// <summary>Whether the document, which must be an object, satisfies the pattern.</summary>
    public bool Matches(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var run = new MatchRun(_conditionCount);
        run.Visit(_root, document);
        return run.Satisfies(_alternatives);
    }

    /// <summary>Whether the message attributes satisfy the pattern; binary attributes are not looked at.</summary>
    public bool Matches(IReadOnlyDictionary<string, MessageAttribute>? attributes)
    {
        var run = new MatchRun(_conditionCount);
        foreach (var (name, attribute) in attributes ?? EmptyAttributes)
        {
            if (_root.Find(name) is { } node)
            {
                AttributeValues.Visit(run, node, attribute);
            }
        }

        return run.Satisfies(_alternatives);
    }

    private static readonly Dictionary<string, MessageAttribute> EmptyAttributes = [];
}
