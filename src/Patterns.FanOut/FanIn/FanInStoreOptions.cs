namespace Patterns.FanIn;

/// <summary>How a <see cref="FanInStore"/> keeps its aggregates.</summary>
public sealed class FanInStoreOptions
{
    private const int MostShards = 100;
    private const int LongestName = 100;

    // The table deletes what has expired within two days, mostly, and the aggregate must outlive its timer.
    private static readonly TimeSpan ShortestWithExpiry = TimeSpan.FromDays(3);

    /// <summary>
    /// Tells the aggregates of one fan-in from those of others in the same table: their keys begin with it. At most 100
    /// characters, without <c>/</c>. Default: <c>fan-in</c>.
    /// </summary>
    public string Name { get; init; } = "fan-in";

    /// <summary>How long an aggregate waits for its parts, from its opening or its first part. Default: 1 hour.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long an aggregate is remembered after it has ended. A part that comes later than that is taken for the first one of
    /// a new aggregate, so do not go below the time that a message can spend in queues. At least 3 days with <see cref="FanInTimers.Expiry"/>, since
    /// the table takes days to delete a timer. Default: 14 days.
    /// </summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Who notices that a deadline has come. Default: <see cref="FanInTimers.Sweep"/>.</summary>
    public FanInTimers Timers { get; init; } = FanInTimers.Sweep;

    /// <summary>
    /// Over how many partitions the timers are spread: each takes the opening of some hundred aggregates a second. From 1 to
    /// 100; raise it at any time, but never lower it while aggregates are open. Default: 4.
    /// </summary>
    public int TimerShards { get; init; } = 4;

    /// <summary>
    /// How long a sweep leaves an aggregate alone that somebody else has closed and not yet published. Default: 1 minute.
    /// </summary>
    public TimeSpan ResumeAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal FanInStoreOptions Validated()
    {
        var mistakes = new List<string>();
        if (Name is null or "" || Name.Length > LongestName || Name.Contains('/'))
        {
            mistakes.Add($"{nameof(Name)} must have 1 to {LongestName} characters and no '/', but is '{Name}'.");
        }

        if (Timeout <= TimeSpan.Zero || Retention <= TimeSpan.Zero || ResumeAfter <= TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(Timeout)}, {nameof(Retention)} and {nameof(ResumeAfter)} must be more than zero, but are {Timeout}, {Retention} and {ResumeAfter}.");
        }

        if (Timers == FanInTimers.Expiry && Retention < ShortestWithExpiry)
        {
            mistakes.Add($"{nameof(Retention)} must be at least {ShortestWithExpiry} with timers that expire, but is {Retention}.");
        }

        if (!Enum.IsDefined(Timers))
        {
            mistakes.Add($"{nameof(Timers)} must be one of its values, but is {Timers}.");
        }

        if (TimerShards is < 1 or > MostShards)
        {
            mistakes.Add($"{nameof(TimerShards)} must be from 1 to {MostShards}, but is {TimerShards}.");
        }

        if (Time is null)
        {
            mistakes.Add($"{nameof(Time)} must not be null.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(FanInStoreOptions), mistakes);
    }
}
