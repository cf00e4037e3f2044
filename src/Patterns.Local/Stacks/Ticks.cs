using System.Collections.Concurrent;
using Patterns.Local.Services.EventBridge;
using Patterns.Local.Services.Scheduler;

namespace Patterns.Local.Stacks;

/// <summary>Everything on a schedule: scheduled rules, and the schedules of the scheduler.</summary>
internal sealed class Ticks(EventBridgeService events, SchedulerService scheduler)
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>What there is now.</summary>
    public IEnumerable<Tick> All => Rules().Concat(Schedules());

    /// <summary>Says what a rule or schedule is called in the template.</summary>
    public void Name(string arn, string logicalId) => _names[arn] = logicalId;

    /// <summary>Finds it by the name in the template, by its own name or by its ARN.</summary>
    public Tick? Find(string name) =>
        All.FirstOrDefault(tick => tick.Name == name || tick.Arn == name || tick.Arn.EndsWith($"/{name}", StringComparison.Ordinal));

    private IEnumerable<Tick> Rules() =>
        from bus in events.Buses.All
        from rule in bus.Rules.Values
        where rule.Settings.Schedule is not null
        select new Tick(NameOf(rule.Arn, rule.Name), rule.Arn, rule.Settings.Schedule!, rule.Alarm?.Due, () => events.Tick(rule));

    private IEnumerable<Tick> Schedules() =>
        from schedule in scheduler.All
        select new Tick(NameOf(schedule.Arn, schedule.Name), schedule.Arn, schedule.Settings.Expression, schedule.Alarm?.Due, () => scheduler.Tick(schedule));

    private string NameOf(string arn, string name) => _names.GetValueOrDefault(arn, name);
}
