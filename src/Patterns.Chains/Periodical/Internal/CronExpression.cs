namespace Patterns.Periodical.Internal;

/// <summary>A schedule's expression of six fields.</summary>
internal sealed class CronExpression
{
    private const string Prefix = "cron(";

    private readonly Func<DateOnly, bool> _day;
    private readonly IReadOnlySet<int> _months;
    private readonly IReadOnlySet<int> _years;

    private CronExpression(string text, IReadOnlyList<TimeOnly> times, Func<DateOnly, bool> day, IReadOnlySet<int> months, IReadOnlySet<int> years)
    {
        Text = text;
        Times = times;
        _day = day;
        _months = months;
        _years = years;
    }

    public string Text { get; }

    public IReadOnlyList<TimeOnly> Times { get; }

    /// <exception cref="ArgumentException">It is no such expression.</exception>
    public static CronExpression Parse(string expression)
    {
        var text = expression.Trim();
        var inner = text.StartsWith(Prefix, StringComparison.Ordinal) && text.EndsWith(')') ? text[Prefix.Length..^1] : text;
        var fields = inner.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6)
        {
            throw new ArgumentException($"The expression '{expression}' has {fields.Length} fields; there are six: minutes, hours, day of the month, month, day of the week, year.", nameof(expression));
        }

        if (fields[2] == "?" == (fields[4] == "?"))
        {
            throw new ArgumentException($"The expression '{expression}' must have '?' as its day of the month or its day of the week, and not as both.", nameof(expression));
        }

        var minutes = CronField.Minutes.Parse(fields[0]);
        var times = CronField.Hours.Parse(fields[1]).SelectMany(hour => minutes.Select(minute => new TimeOnly(hour, minute)));
        var day = fields[2] == "?" ? CronDays.OfWeek(fields[4]) : CronDays.OfMonth(fields[2]);
        return new CronExpression($"cron({string.Join(' ', fields)})", [.. times], day, CronField.Months.Parse(fields[3]), CronField.Years.Parse(fields[5]));
    }

    public bool Includes(DateOnly date) => _months.Contains(date.Month) && _years.Contains(date.Year) && _day(date);
}
