namespace Patterns.Local.Services.Schedules;

/// <summary><c>15W</c> and <c>LW</c>: the day from Monday to Friday that is nearest, in the same month.</summary>
/// <param name="wanted">The day; null for the last one.</param>
internal sealed class CronNearestWeekday(int? wanted) : CronDays
{
    public override bool Contains(DateTime day)
    {
        var length = LengthOf(day);
        return (wanted ?? length) is var target && target <= length && day.Day == NearestTo(new DateTime(day.Year, day.Month, target), length);
    }

    private static int NearestTo(DateTime day, int length) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.Day == 1 ? 3 : day.Day - 1,
        DayOfWeek.Sunday => day.Day == length ? day.Day - 2 : day.Day + 1,
        _ => day.Day,
    };
}
