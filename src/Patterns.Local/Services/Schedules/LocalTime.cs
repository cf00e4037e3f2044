namespace Patterns.Local.Services.Schedules;

/// <summary>Turns wall-clock times into moments.</summary>
internal static class LocalTime
{
    /// <summary>
    /// The moment at which the clock shows the time, the first one where it does so twice; null where the change to
    /// daylight saving leaves the time out.
    /// </summary>
    public static DateTimeOffset? ToUtc(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local - offset, TimeSpan.Zero);
    }
}
