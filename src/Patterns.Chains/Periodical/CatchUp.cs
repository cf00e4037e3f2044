namespace Patterns.Periodical;

/// <summary>What becomes of ticks that are due and were not run in time, as after an outage.</summary>
public enum CatchUp
{
    /// <summary>All of them run, the oldest first.</summary>
    All,

    /// <summary>The newest of all that are due runs, the others are skipped: for work that is about the present.</summary>
    Newest,

    /// <summary>Those that are later than <see cref="PeriodicalOptions.Tolerance"/> are skipped, the others run.</summary>
    Skip,
}
