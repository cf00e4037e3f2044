using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.Schedules;

namespace Patterns.Local.Services.EventBridge.Rules;

/// <summary>Makes, changes and deletes rules and their targets.</summary>
/// <param name="aws">Names and clock.</param>
/// <param name="targets">Knows what rules can send to.</param>
/// <param name="tick">Called when a schedule is due, with the time that was due.</param>
internal sealed class RuleBook(AwsEnvironment aws, IDeliveryTargets targets, Action<Rule, DateTimeOffset> tick)
{
    private readonly Lock _lock = new();

    /// <summary>Makes a rule, or replaces what it says; its targets stay.</summary>
    /// <exception cref="AwsException">The name, the pattern or the schedule is not valid.</exception>
    public Rule Put(EventBus bus, string? name, RuleSettings settings)
    {
        var (parsed, schedule) = RuleCheck.Checked(bus, name, settings, aws.Time.GetUtcNow());
        lock (_lock)
        {
            if (!bus.Rules.TryGetValue(name!, out var rule))
            {
                if (bus.Rules.Count >= EventBridgeLimits.RulesPerBus)
                {
                    throw EventBridgeErrors.LimitExceeded("The requested resource exceeds the maximum number allowed.");
                }

                rule = new Rule(bus, name!, aws.Arn("events", bus.IsDefault ? $"rule/{name}" : $"rule/{bus.Name}/{name}"));
                bus.Add(rule);
            }

            Apply(rule, parsed, schedule);
            return rule;
        }
    }

    /// <exception cref="AwsException">There is no such rule.</exception>
    public void Enable(EventBus bus, string name, bool isEnabled)
    {
        lock (_lock)
        {
            var rule = bus.Rule(name);
            if (rule.Settings.IsEnabled != isEnabled)
            {
                var (parsed, schedule) = RuleCheck.Checked(bus, name, rule.Settings with { IsEnabled = isEnabled }, aws.Time.GetUtcNow());
                Apply(rule, parsed, schedule);
            }
        }
    }

    /// <summary>Deletes a rule; one that is not there is no error.</summary>
    /// <exception cref="AwsException">It still has targets.</exception>
    public void Delete(EventBus bus, string name)
    {
        lock (_lock)
        {
            if (bus.Rules.TryGetValue(name, out var rule))
            {
                if (rule.Targets.Count > 0)
                {
                    throw EventBridgeErrors.Validation("Rule can't be deleted since it has targets.");
                }

                bus.Remove(rule);
                rule.Dispose();
            }
        }
    }

    /// <summary>Adds targets, or replaces those of the same ids.</summary>
    /// <exception cref="AwsException">There is no such rule, or a target is not valid; then none is added.</exception>
    public void PutTargets(EventBus bus, string name, IReadOnlyList<RuleTarget> added)
    {
        lock (_lock)
        {
            var rule = bus.Rule(name);
            foreach (var target in added.Where(target => !targets.Knows(target.Arn)))
            {
                throw EventBridgeErrors.Validation($"Target {target.Id} is not valid: {target.Arn} is no resource of a service that rules can send to here.");
            }

            var all = rule.Targets.SetItems(added.Select(target => KeyValuePair.Create(target.Id, target)));
            rule.Targets = all.Count <= EventBridgeLimits.TargetsPerRule
                ? all
                : throw EventBridgeErrors.LimitExceeded("The requested resource exceeds the maximum number allowed.");
        }
    }

    /// <returns>The ids that the rule did not have.</returns>
    /// <exception cref="AwsException">There is no such rule.</exception>
    public IReadOnlyList<string> RemoveTargets(EventBus bus, string name, IReadOnlyList<string> ids)
    {
        lock (_lock)
        {
            var rule = bus.Rule(name);
            List<string> missing = [.. ids.Where(id => !rule.Targets.ContainsKey(id))];
            rule.Targets = rule.Targets.RemoveRange(ids);
            return missing;
        }
    }

    private void Apply(Rule rule, RuleSettings settings, ScheduleExpression? schedule)
    {
        rule.Alarm?.Dispose();
        rule.Settings = settings;
        rule.Alarm = schedule is not null && settings.IsEnabled ? new Alarm(aws.Time, schedule.NextAfter, due => tick(rule, due)) : null;
        rule.Alarm?.Start();
    }
}
