using Patterns.Local.Services.Scheduler.Operations;

namespace Patterns.Local.Services.Scheduler.Wire;

/// <summary>Which operation a method and path mean.</summary>
internal static class SchedulerRoutes
{
    /// <exception cref="AwsException">The operation is not emulated; the message names it.</exception>
    public static (Action<SchedulerCall> Operation, string Name) Find(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Uri.UnescapeDataString(parts[i]);
        }

        return (method, parts) switch
        {
            ("POST", ["schedules", var name]) => (CreateSchedule.Run, name),
            ("PUT", ["schedules", var name]) => (UpdateSchedule.Run, name),
            ("GET", ["schedules", var name]) => (GetSchedule.Run, name),
            ("DELETE", ["schedules", var name]) => (DeleteSchedule.Run, name),
            ("GET", ["schedules"]) => (ListSchedules.Run, ""),
            ("POST", ["schedule-groups", var name]) => (CreateScheduleGroup.Run, name),
            ("GET", ["schedule-groups", var name]) => (GetScheduleGroup.Run, name),
            ("DELETE", ["schedule-groups", var name]) => (DeleteScheduleGroup.Run, name),
            ("GET", ["schedule-groups"]) => (ListScheduleGroups.Run, ""),
            ("POST", ["tags", _]) => throw AwsException.UnknownOperation("scheduler", "TagResource"),
            ("DELETE", ["tags", _]) => throw AwsException.UnknownOperation("scheduler", "UntagResource"),
            ("GET", ["tags", _]) => throw AwsException.UnknownOperation("scheduler", "ListTagsForResource"),
            _ => throw AwsException.UnknownOperation("scheduler", $"{method} {path}"),
        };
    }
}
