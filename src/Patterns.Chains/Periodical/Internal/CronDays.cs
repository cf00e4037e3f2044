namespace Patterns.Periodical.Internal;

/// <summary>The days that a field of days means, with <c>L</c>, <c>W</c> and <c>#</c>.</summary>
internal static class CronDays
{
    public static Func<DateOnly, bool> OfMonth(string text)
    {
        var parts = text.Split(',').Select(DayOfMonth).ToArray();
        return date => Array.Exists(parts, part => part(date));
    }

    public static Func<DateOnly, bool> OfWeek(string text)
    {
        var parts = text.Split(',').Select(DayOfWeek).ToArray();
        return date => Array.Exists(parts, part => part(date));
    }

    private static Func<DateOnly, bool> DayOfMonth(string part)
    {
        if (part == "L")
        {
            return static date => date.Day == LastDayOf(date);
        }

        if (part.EndsWith('W'))
        {
            var day = CronField.DaysOfMonth.ParseNumber(part[..^1]);
            return date => date.Day == NearestWeekday(date, day);
        }

        var days = CronField.DaysOfMonth.Parse(part);
        return date => days.Contains(date.Day);
    }

    private static Func<DateOnly, bool> DayOfWeek(string part)
    {
        if (part == "L")
        {
            return static date => date.DayOfWeek == System.DayOfWeek.Saturday;
        }

        if (part.EndsWith('L'))
        {
            var last = CronField.DaysOfWeek.ParseNumber(part[..^1]);
            return date => NumberOf(date) == last && date.Day + 7 > LastDayOf(date);
        }

        if (part.Split('#') is [var weekday, var count])
        {
            var day = CronField.DaysOfWeek.ParseNumber(weekday);
            var which = count is [>= '1' and <= '5'] ? count[0] - '0' : throw CronField.DaysOfWeek.Mistake(part);
            return date => NumberOf(date) == day && (date.Day + 6) / 7 == which;
        }

        var days = CronField.DaysOfWeek.Parse(part);
        return date => days.Contains(NumberOf(date));
    }

    private static int NumberOf(DateOnly date) => (int)date.DayOfWeek + 1;

    private static int LastDayOf(DateOnly date) => DateTime.DaysInMonth(date.Year, date.Month);

    /// <summary>The weekday nearest to the day, in the same month; 0 when the month has no such day.</summary>
    private static int NearestWeekday(DateOnly date, int day)
    {
        var last = LastDayOf(date);
        if (day > last)
        {
            return 0;
        }

        return new DateOnly(date.Year, date.Month, day).DayOfWeek switch
        {
            System.DayOfWeek.Saturday => day > 1 ? day - 1 : day + 2,
            System.DayOfWeek.Sunday => day < last ? day + 1 : day - 2,
            _ => day,
        };
    }
}
