namespace Patterns.Local.Services.Schedules;

/// <summary>Plain days of the week; 1 is Sunday.</summary>
internal sealed class CronDayOfWeek(CronSet weekdays) : CronDays
{
    public override bool Contains(DateTime day) => weekdays.Contains(WeekdayOf(day));
}
