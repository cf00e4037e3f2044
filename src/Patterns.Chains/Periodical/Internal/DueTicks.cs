namespace Patterns.Periodical.Internal;

/// <summary>Which tick comes next, by the catch-up policy.</summary>
internal sealed class DueTicks(PeriodicalOptions options)
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    /// <param name="settled">Through which tick all is settled; null when there was none yet.</param>
    /// <param name="named">The newest tick that an event named.</param>
    /// <returns>What is next; null when nothing is due.</returns>
    public DueTick? Next(DateTimeOffset? settled, DateTimeOffset named)
    {
        // An event may come before this machine's clock says that it is due, and long after others were.
        var newest = options.Schedule.Latest(options.Time.GetUtcNow()) is { } latest && latest > named ? latest : named;

        // The first event of all begins with its own tick.
        var after = settled ?? named - Instant;
        if (newest <= after)
        {
            return null;
        }

        return options.CatchUp switch
        {
            CatchUp.All => First(after, newest) is { } next ? new DueTick(next, next) : null,
            CatchUp.Newest => new DueTick(newest, newest),
            _ => InTime(after, newest) is { } next ? new DueTick(next, next) : new DueTick(null, newest),
        };
    }

    private DateTimeOffset? First(DateTimeOffset after, DateTimeOffset newest)
    {
        foreach (var tick in options.Schedule.Between(after, newest))
        {
            return tick;
        }

        return null;
    }

    private DateTimeOffset? InTime(DateTimeOffset after, DateTimeOffset newest)
    {
        var earliest = options.Time.GetUtcNow() - options.Tolerance - Instant;
        return First(earliest > after ? earliest : after, newest);
    }
}
