using System.Collections.Immutable;
using Patterns.Local.Services.EventBridge.Rules;

namespace Patterns.Local.Services.EventBridge.Buses;

/// <summary>A bus with its rules.</summary>
internal sealed class EventBus(string name, string arn, DateTimeOffset created)
{
    public const string DefaultName = "default";

    private ImmutableSortedDictionary<string, Rule> _rules = ImmutableSortedDictionary.Create<string, Rule>(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public DateTimeOffset Created { get; } = created;

    public string? Description { get; init; }

    public bool IsDefault => Name == DefaultName;

    /// <summary>By name; a snapshot.</summary>
    public IReadOnlyDictionary<string, Rule> Rules => _rules;

    public BusCounts Counts { get; } = new();

    /// <exception cref="AwsException">There is no such rule.</exception>
    public Rule Rule(string ruleName) => _rules.GetValueOrDefault(ruleName) ?? throw EventBridgeErrors.RuleNotFound(ruleName, Name);

    /// <summary>Adds a rule; the caller holds the service's lock.</summary>
    public void Add(Rule rule) => _rules = _rules.SetItem(rule.Name, rule);

    public void Remove(Rule rule) => _rules = _rules.Remove(rule.Name);
}
