namespace Patterns.Local.Services.Schedules;

/// <summary>The days of a cron expression, from the one of its two day fields that is not <c>?</c>.</summary>
internal abstract class CronDays
{
    public abstract bool Contains(DateTime day);

    /// <summary>How many days the month has.</summary>
    protected static int LengthOf(DateTime day) => DateTime.DaysInMonth(day.Year, day.Month);

    /// <summary>1 for Sunday to 7 for Saturday.</summary>
    protected static int WeekdayOf(DateTime day) => (int)day.DayOfWeek + 1;
}
