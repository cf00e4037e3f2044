using Patterns.Local.Services.EventPatterns.Matching;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Conditions that must hold together; of two at one path the later wins, as of repeated keys.</summary>
internal sealed class Alternative
{
    private readonly Dictionary<string, Condition> _byPath = [];

    public Alternative()
    {
    }

    private Alternative(Dictionary<string, Condition> byPath) => _byPath = new Dictionary<string, Condition>(byPath);

    public void Demand(Condition condition) => _byPath[condition.Path] = condition;

    public Alternative Copy() => new(_byPath);

    public Condition[] Conditions() => [.. _byPath.Values];
}
