using System.Collections.Concurrent;

namespace Patterns.Local.Services.Scheduler;

/// <summary>The groups of the account; the default one is always there.</summary>
internal sealed class GroupRegistry
{
    private readonly ConcurrentDictionary<string, ScheduleGroup> _groups = new(StringComparer.Ordinal);
    private readonly AwsEnvironment _aws;

    public GroupRegistry(AwsEnvironment aws)
    {
        _aws = aws;
        _groups[ScheduleGroup.DefaultName] = Group(ScheduleGroup.DefaultName);
    }

    public IEnumerable<ScheduleGroup> All => _groups.Values.OrderBy(group => group.Name, StringComparer.Ordinal);

    /// <exception cref="AwsException">There is no such group.</exception>
    public ScheduleGroup Get(string name) => _groups.GetValueOrDefault(name) ?? throw SchedulerErrors.GroupNotFound(name);

    /// <exception cref="AwsException">The name is taken or not valid.</exception>
    public ScheduleGroup Create(string name)
    {
        ScheduleNames.Check(name, "name");
        var group = Group(name);
        return _groups.TryAdd(name, group) ? group : throw SchedulerErrors.GroupExists(name);
    }

    /// <summary>Takes a group out; its schedules go with it.</summary>
    /// <exception cref="AwsException">There is no such group, or it is the default one.</exception>
    public ScheduleGroup Remove(string name)
    {
        if (name == ScheduleGroup.DefaultName)
        {
            throw SchedulerErrors.Validation("The default schedule group can not be deleted.");
        }

        return _groups.TryRemove(name, out var group) ? group : throw SchedulerErrors.GroupNotFound(name);
    }

    private ScheduleGroup Group(string name) => new(name, _aws.Arn("scheduler", $"schedule-group/{name}"), _aws.Time.GetUtcNow());
}
