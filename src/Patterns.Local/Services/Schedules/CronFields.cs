namespace Patterns.Local.Services.Schedules;

/// <summary>The six fields of a cron expression.</summary>
/// <param name="Minutes">Minutes of the hour.</param>
/// <param name="Hours">Hours of the day.</param>
/// <param name="Days">Days of the month, whichever of the two fields says so.</param>
/// <param name="Months">Months from 1.</param>
/// <param name="Years">Years.</param>
internal sealed record CronFields(CronSet Minutes, CronSet Hours, CronDays Days, CronSet Months, CronSet Years)
{
    /// <summary>The first full minute after <paramref name="after"/> that all fields allow; null when there is none up to the last year.</summary>
    public DateTime? NextAfter(DateTime after)
    {
        var start = new DateTime(after.Year, after.Month, after.Day, after.Hour, after.Minute, 0).AddMinutes(1);
        for (var day = start.Date; day.Year <= Years.Last; day = NextDay(day))
        {
            if (IsDay(day) && TimeFrom(day == start.Date ? start.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return day + time;
            }
        }

        return null;
    }

    private bool IsDay(DateTime day) => Years.Contains(day.Year) && Months.Contains(day.Month) && Days.Contains(day);

    // Years and months that are not meant are passed over as a whole.
    private DateTime NextDay(DateTime day)
    {
        if (!Years.Contains(day.Year))
        {
            return new DateTime(day.Year + 1, 1, 1);
        }

        return Months.Contains(day.Month) ? day.AddDays(1) : new DateTime(day.Year, day.Month, 1).AddMonths(1);
    }

    private TimeSpan? TimeFrom(TimeSpan earliest)
    {
        for (var hour = Hours.NextFrom(earliest.Hours); hour is { } h; hour = Hours.NextFrom(h + 1))
        {
            if (Minutes.NextFrom(h == earliest.Hours ? earliest.Minutes : 0) is { } minute)
            {
                return new TimeSpan(h, minute, 0);
            }
        }

        return null;
    }
}
