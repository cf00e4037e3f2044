using Patterns.Local.Services.Scheduler.Wire;

namespace Patterns.Local.Services.Scheduler.Operations;

internal static class UpdateSchedule
{
    public static void Run(SchedulerCall call)
    {
        var group = call.Input.Text("GroupName") ?? ScheduleGroup.DefaultName;
        var schedule = call.Service.Update(group, call.Name, SettingsReader.Read(call.Input, call.Service.Aws.Time.GetUtcNow()));
        call.Answer.WriteString("ScheduleArn", schedule.Arn);
    }
}
