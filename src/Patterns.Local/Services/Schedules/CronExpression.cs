namespace Patterns.Local.Services.Schedules;

/// <summary>At all times of the wall clock that the fields describe.</summary>
/// <remarks>
/// As the service documents it: a time that the change to daylight saving leaves out is skipped, and a time that the change
/// back brings twice is due once, here the first time.
/// </remarks>
internal sealed class CronExpression(CronFields fields, TimeZoneInfo zone) : ScheduleExpression
{
    public override DateTimeOffset? NextAfter(DateTimeOffset after)
    {
        var local = DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(after, zone).DateTime, DateTimeKind.Unspecified);
        while (fields.NextAfter(local) is { } next)
        {
            if (LocalTime.ToUtc(next, zone) is { } moment && moment > after)
            {
                return moment;
            }

            local = next;
        }

        return null;
    }
}
