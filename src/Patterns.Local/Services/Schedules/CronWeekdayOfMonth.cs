namespace Patterns.Local.Services.Schedules;

/// <summary><c>6L</c>, the last Friday of the month, and <c>6#2</c>, the second one.</summary>
/// <param name="weekday">1 for Sunday to 7 for Saturday.</param>
/// <param name="number">Which one, from 1 to 5; null for the last.</param>
internal sealed class CronWeekdayOfMonth(int weekday, int? number) : CronDays
{
    private const int DaysOfWeek = 7;

    public override bool Contains(DateTime day) => WeekdayOf(day) == weekday
        && (number is { } wanted ? ((day.Day - 1) / DaysOfWeek) + 1 == wanted : day.Day + DaysOfWeek > LengthOf(day));
}
