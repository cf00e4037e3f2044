using System.Collections.Immutable;

namespace Patterns.Local.Services.Scheduler;

/// <summary>Schedules under one name.</summary>
internal sealed class ScheduleGroup(string name, string arn, DateTimeOffset created)
{
    public const string DefaultName = "default";

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public DateTimeOffset Created { get; } = created;

    /// <summary>By name; replaced under the service's lock.</summary>
    public ImmutableSortedDictionary<string, Schedule> Schedules { get; set; } = ImmutableSortedDictionary.Create<string, Schedule>(StringComparer.Ordinal);

    /// <exception cref="AwsException">There is no such schedule.</exception>
    public Schedule Get(string scheduleName) => Schedules.GetValueOrDefault(scheduleName) ?? throw SchedulerErrors.ScheduleNotFound(scheduleName);
}
