using System.Globalization;

namespace Patterns.Periodical.Internal;

/// <summary>A field of numbers: lists, ranges and steps.</summary>
internal sealed record CronField(string Name, int Least, int Greatest, params string[] Names)
{
    public static CronField Minutes { get; } = new("minutes", 0, 59);

    public static CronField Hours { get; } = new("hours", 0, 23);

    public static CronField DaysOfMonth { get; } = new("day of the month", 1, 31);

    public static CronField Months { get; } = new("month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    public static CronField DaysOfWeek { get; } = new("day of the week", 1, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    public static CronField Years { get; } = new("year", 1970, 2199);

    public IReadOnlySet<int> Parse(string text) => text.Split(',').SelectMany(ParsePart).ToHashSet();

    public int ParseNumber(string text)
    {
        var named = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        number = named >= 0 ? Least + named : number;
        return (named >= 0 || isNumber) && number >= Least && number <= Greatest ? number : throw Mistake(text);
    }

    public ArgumentException Mistake(string text) =>
        new($"'{text}' is no {Name} of a schedule's expression: {Least} to {Greatest} are possible{(Names.Length > 0 ? $", or {Names[0]} to {Names[^1]}" : "")}.");

    private IEnumerable<int> ParsePart(string part)
    {
        var halves = part.Split('/');
        if (halves.Length > 2)
        {
            throw Mistake(part);
        }

        var (from, to) = ParseRange(halves[0], isOpen: halves.Length == 2);
        var step = halves.Length == 1 ? 1 : ParseStep(halves[1], part);
        for (var number = from; number <= to; number += step)
        {
            yield return number;
        }
    }

    private (int From, int To) ParseRange(string range, bool isOpen)
    {
        if (range == "*")
        {
            return (Least, Greatest);
        }

        var ends = range.Split('-');
        var from = ParseNumber(ends[0]);
        var to = ends.Length == 1 ? isOpen ? Greatest : from : ParseNumber(ends[^1]);
        return ends.Length <= 2 && from <= to ? (from, to) : throw Mistake(range);
    }

    private int ParseStep(string text, string part) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step > 0 ? step : throw Mistake(part);
}
