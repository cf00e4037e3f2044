namespace Patterns.Local.Services.Schedules;

/// <summary>Reads schedule expressions.</summary>
/// <param name="zone">The time zone that <c>cron</c> and <c>at</c> are in.</param>
/// <param name="anchor">What <c>rate</c> counts from.</param>
internal sealed class ScheduleParser(TimeZoneInfo zone, DateTimeOffset anchor)
{
    /// <summary>Whether <c>at()</c> is one of the expressions, and rates may be written with either form of the unit.</summary>
    public bool IsForScheduler { get; init; }

    /// <summary>Whether a rate is due at its anchor already.</summary>
    public bool StartsAtAnchor { get; init; }

    /// <exception cref="ScheduleException">It is no schedule.</exception>
    public ScheduleExpression Parse(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !text.EndsWith(')'))
        {
            throw new ScheduleException($"'{text}' is none of {Forms}");
        }

        var inside = text[(open + 1)..^1];
        return text[..open] switch
        {
            "rate" => new RateExpression(RateParser.Parse(inside, IsForScheduler), anchor, StartsAtAnchor),
            "cron" => new CronExpression(CronParser.Parse(inside), zone),
            "at" when IsForScheduler => AtExpression.Parse(inside, zone),
            _ => throw new ScheduleException($"'{text}' is none of {Forms}"),
        };
    }

    private string Forms => IsForScheduler ? "rate(...), cron(...) and at(...)" : "rate(...) and cron(...)";
}
