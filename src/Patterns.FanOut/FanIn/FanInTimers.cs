namespace Patterns.FanIn;

/// <summary>Who notices that an aggregate's deadline has come.</summary>
public enum FanInTimers
{
    /// <summary>
    /// <c>SweepHandler</c>, on a schedule. It reads the timers that are due and nothing else. As exact as the schedule.
    /// </summary>
    Sweep,

    /// <summary>
    /// <c>ExpiryHandler</c>, on the table's stream: the timers expire as items do. Needs no schedule, but the table may take
    /// days to delete what has expired.
    /// </summary>
    Expiry,
}
