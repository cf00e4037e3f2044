using Patterns.Local.Services.Scheduler.Wire;

namespace Patterns.Local.Services.Scheduler.Operations;

internal static class ListSchedules
{
    public static void Run(SchedulerCall call)
    {
        var (group, prefix, state) = (call.Parameter("ScheduleGroup"), call.Parameter("NamePrefix") ?? "", call.Parameter("State"));
        var schedules = call.Service.All.Where(schedule =>
            (group is null || schedule.Group.Name == group)
            && schedule.Name.StartsWith(prefix, StringComparison.Ordinal)
            && (state is null || (state == "ENABLED") == schedule.Settings.IsEnabled));
        call.WritePage("Schedules", schedules, SchedulerJson.WriteSummary);
    }
}
