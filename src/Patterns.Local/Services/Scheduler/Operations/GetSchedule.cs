using Patterns.Local.Services.Scheduler.Wire;

namespace Patterns.Local.Services.Scheduler.Operations;

internal static class GetSchedule
{
    public static void Run(SchedulerCall call)
    {
        var group = call.Service.Groups.Get(call.Parameter("groupName") ?? ScheduleGroup.DefaultName);
        SchedulerJson.WriteSchedule(call.Answer, group.Get(call.Name));
    }
}
