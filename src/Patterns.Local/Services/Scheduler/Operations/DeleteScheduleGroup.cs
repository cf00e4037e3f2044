using Patterns.Local.Services.Scheduler.Wire;

namespace Patterns.Local.Services.Scheduler.Operations;

internal static class DeleteScheduleGroup
{
    public static void Run(SchedulerCall call)
    {
        call.Service.DeleteGroup(call.Name);
    }
}
