using Patterns.Local.Services.Scheduler.Wire;

namespace Patterns.Local.Services.Scheduler.Operations;

internal static class ListScheduleGroups
{
    public static void Run(SchedulerCall call)
    {
        var prefix = call.Parameter("NamePrefix") ?? "";
        call.WritePage("ScheduleGroups", call.Service.Groups.All.Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal)), SchedulerJson.WriteGroup);
    }
}
