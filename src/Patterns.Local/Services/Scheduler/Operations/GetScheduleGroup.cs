using Patterns.Local.Services.Scheduler.Wire;

namespace Patterns.Local.Services.Scheduler.Operations;

internal static class GetScheduleGroup
{
    public static void Run(SchedulerCall call)
    {
        SchedulerJson.WriteGroup(call.Answer, call.Service.Groups.Get(call.Name));
    }
}
