using System.Collections.Immutable;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.Schedules;

namespace Patterns.Local.Services.EventBridge.Rules;

/// <summary>A rule of a bus, with the targets that its events go to.</summary>
internal sealed class Rule(EventBus bus, string name, string arn) : IDisposable
{
    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public EventBus Bus { get; } = bus;

    /// <summary>Replaced as a whole, so that a reader sees settings that belong together.</summary>
    public RuleSettings Settings { get; set; } = new();

    /// <summary>In the order of their ids.</summary>
    public ImmutableSortedDictionary<string, RuleTarget> Targets { get; set; } = ImmutableSortedDictionary.Create<string, RuleTarget>(StringComparer.Ordinal);

    public RuleCounts Counts { get; } = new();

    /// <summary>Rings when the schedule is due; null without a schedule or when the rule is disabled.</summary>
    public Alarm? Alarm { get; set; }

    public bool Matches(BusEvent item) => Settings is { IsEnabled: true, Pattern: { } pattern } && pattern.Matches(item.Document);

    public void Dispose() => Alarm?.Dispose();
}
