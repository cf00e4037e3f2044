using System.Globalization;

namespace Patterns.Local.Services.Schedules;

/// <summary>Reads the inside of <c>rate(5 minutes)</c>.</summary>
internal static class RateParser
{
    /// <summary>A thousand years of days.</summary>
    private const int Longest = 366_000;

    /// <param name="text">Value and unit.</param>
    /// <param name="takesEitherForm">Whether <c>1 minutes</c> and <c>2 minute</c> will do.</param>
    /// <exception cref="ScheduleException">It is no rate.</exception>
    public static TimeSpan Parse(string text, bool takesEitherForm)
    {
        var parts = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2)
        {
            throw new ScheduleException($"the rate '{text}' must be a number and a unit, such as '5 minutes'");
        }

        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1)
        {
            throw new ScheduleException($"the rate '{text}' must begin with a whole number from 1");
        }

        var unit = UnitOf(parts[1], value, takesEitherForm);
        return value <= Longest ? unit * value : throw new ScheduleException($"the rate '{text}' is too long");
    }

    private static TimeSpan UnitOf(string unit, int value, bool takesEitherForm)
    {
        var singular = unit.TrimEnd('s');
        var length = singular switch
        {
            "minute" => TimeSpan.FromMinutes(1),
            "hour" => TimeSpan.FromHours(1),
            "day" => TimeSpan.FromDays(1),
            _ => throw new ScheduleException($"'{unit}' is no unit of a rate; the units are minutes, hours and days"),
        };
        var expected = value == 1 ? singular : $"{singular}s";
        return unit == expected || (takesEitherForm && unit == (value == 1 ? $"{singular}s" : singular))
            ? length
            : throw new ScheduleException($"the unit of {value} must be written '{expected}'");
    }
}
