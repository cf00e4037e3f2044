using Patterns.Local.Services.Scheduler.Wire;

namespace Patterns.Local.Services.Scheduler.Operations;

internal static class CreateScheduleGroup
{
    public static void Run(SchedulerCall call)
    {
        call.Answer.WriteString("ScheduleGroupArn", call.Service.Groups.Create(call.Name).Arn);
    }
}
