namespace Patterns.Local.Services.Schedules;

/// <summary>Every so many minutes, hours or days of 24 hours, counted from an anchor; daylight saving changes nothing.</summary>
internal sealed class RateExpression(TimeSpan rate, DateTimeOffset anchor, bool startsAtAnchor) : ScheduleExpression
{
    public override DateTimeOffset? NextAfter(DateTimeOffset after)
    {
        var first = startsAtAnchor ? anchor : anchor + rate;
        if (after < first)
        {
            return first;
        }

        var passed = (after - first).Ticks / rate.Ticks;
        return first + ((passed + 1) * rate);
    }
}
