namespace Patterns.Periodical.Internal;

/// <summary>Ticks at equal distances.</summary>
internal sealed class RateSchedule(TimeSpan period, DateTimeOffset anchor) : TickSchedule
{
    private readonly long _anchor = anchor.UtcTicks - (anchor.UtcTicks % TimeSpan.TicksPerSecond);

    public override DateTimeOffset? Latest(DateTimeOffset moment)
    {
        var rest = (moment.UtcTicks - _anchor) % period.Ticks;
        return new DateTimeOffset(moment.UtcTicks - (rest < 0 ? rest + period.Ticks : rest), TimeSpan.Zero);
    }

    public override IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo)
    {
        for (var tick = Latest(after)!.Value + period; tick <= upTo; tick += period)
        {
            yield return tick;
        }
    }

    public override string ToString() => $"every {period}";
}
