using Patterns.Local.Services.Scheduler.Wire;

namespace Patterns.Local.Services.Scheduler.Operations;

internal static class DeleteSchedule
{
    public static void Run(SchedulerCall call)
    {
        call.Service.Delete(call.Parameter("groupName") ?? ScheduleGroup.DefaultName, call.Name);
    }
}
