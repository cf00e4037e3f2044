namespace Patterns.Periodical.Internal;

/// <summary>Ticks at times of days, as the clocks of a zone show them.</summary>
internal sealed class CalendarSchedule : TickSchedule
{
    // The longest time without a tick that a calendar has is the eight years around a century without a leap day.
    private const int MostDaysBack = 10 * 366;

    private readonly Func<DateOnly, bool> _includes;
    private readonly TimeOnly[] _times;
    private readonly TimeZoneInfo _zone;
    private readonly string _text;

    public CalendarSchedule(Func<DateOnly, bool> includes, IReadOnlyList<TimeOnly> times, TimeZoneInfo? zone, string text)
    {
        _includes = includes;
        _times = [.. times.Select(time => new TimeOnly(time.Hour, time.Minute, time.Second)).Order()];
        _zone = zone ?? TimeZoneInfo.Utc;
        _text = text;
    }

    public override DateTimeOffset? Latest(DateTimeOffset moment)
    {
        var date = DateOf(moment);
        for (var back = 0; back < MostDaysBack; back++, date = date.AddDays(-1))
        {
            if (TicksOf(date).LastOrDefault(tick => tick <= moment) is { Ticks: > 0 } tick)
            {
                return tick;
            }
        }

        return null;
    }

    public override IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo)
    {
        var last = DateOf(upTo);
        for (var date = DateOf(after); date <= last; date = date.AddDays(1))
        {
            foreach (var tick in TicksOf(date))
            {
                if (tick > after && tick <= upTo)
                {
                    yield return tick;
                }
            }
        }
    }

    public override string ToString() => $"{_text}, {_zone.Id}";

    private DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime);

    private IEnumerable<DateTimeOffset> TicksOf(DateOnly date)
    {
        if (!_includes(date))
        {
            yield break;
        }

        foreach (var time in _times)
        {
            if (MomentOf(date.ToDateTime(time)) is { } tick)
            {
                yield return tick;
            }
        }
    }

    /// <summary>The first moment at which the clocks show the time; null when they never do.</summary>
    private DateTimeOffset? MomentOf(DateTime local)
    {
        if (_zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local - offset, TimeSpan.Zero);
    }
}
