using System.Globalization;

namespace Patterns.Local.Services.Schedules;

/// <summary>Reads the inside of <c>cron(0 10 * * ? *)</c>: minutes, hours, day of month, month, day of week, year.</summary>
internal static class CronParser
{
    private static readonly CronField s_minutes = new("minutes", 0, 59);
    private static readonly CronField s_hours = new("hours", 0, 23);
    private static readonly CronField s_days = new("day of month", 1, 31);
    private static readonly CronField s_months = new("month", 1, 12) { Names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"] };
    private static readonly CronField s_weekdays = new("day of week", 1, 7) { Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] };
    private static readonly CronField s_years = new("year", 1970, 2199);

    /// <exception cref="ScheduleException">A field is malformed; the message names it.</exception>
    public static CronFields Parse(string text)
    {
        var parts = text.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts is [var minutes, var hours, var days, var months, var weekdays, var years]
            ? new CronFields(s_minutes.Parse(minutes), s_hours.Parse(hours), ParseDays(days, weekdays), s_months.Parse(months), s_years.Parse(years))
            : throw new ScheduleException($"a cron expression has six fields (minutes, hours, day of month, month, day of week, year), and '{text}' has {parts.Length}");
    }

    private static CronDays ParseDays(string days, string weekdays) => (days, weekdays) switch
    {
        ("?", "?") => throw new ScheduleException("only one of day of month and day of week can be '?'"),
        (_, "?") => ParseDayOfMonth(days),
        ("?", _) => ParseDayOfWeek(weekdays),
        _ => throw new ScheduleException("one of day of month and day of week must be '?'"),
    };

    private static CronDays ParseDayOfMonth(string text)
    {
        if (text == "LW")
        {
            return new CronNearestWeekday(wanted: null);
        }

        if (text.EndsWith('W'))
        {
            return new CronNearestWeekday(s_days.ParseValue(text[..^1]));
        }

        var items = text.Split(',');
        var last = items.Where(item => item.StartsWith('L')).ToList();
        var plain = items.Except(last).ToList();
        return new CronDayOfMonth(s_days.ParseItems(plain), last.Count switch
        {
            0 => null,
            1 => ParseLast(last[0]),
            _ => throw new ScheduleException($"the day of month '{text}' names the last day twice"),
        });
    }

    private static int ParseLast(string item)
    {
        const int MostBefore = 30;
        if (item == "L")
        {
            return 0;
        }

        return item.StartsWith("L-", StringComparison.Ordinal) && int.TryParse(item.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var before) && before <= MostBefore
            ? before
            : throw new ScheduleException($"'{item}' is no day of month");
    }

    private static CronDays ParseDayOfWeek(string text)
    {
        const int MostWeeks = 5;
        if (text == "L")
        {
            return new CronDayOfWeek(s_weekdays.Parse("7"));
        }

        if (text.EndsWith('L'))
        {
            return new CronWeekdayOfMonth(s_weekdays.ParseValue(text[..^1]), number: null);
        }

        if (text.Split('#') is not [var weekday, var week])
        {
            return text.Contains('/', StringComparison.Ordinal)
                ? throw new ScheduleException($"the day of week '{text}' cannot have steps")
                : new CronDayOfWeek(s_weekdays.Parse(text));
        }

        return int.TryParse(week, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostWeeks
            ? new CronWeekdayOfMonth(s_weekdays.ParseValue(weekday), number)
            : throw new ScheduleException($"the day of week '{text}' must have a number from 1 to {MostWeeks} behind '#'");
    }
}
