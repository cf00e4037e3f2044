using Amazon.Lambda.Core;

namespace Patterns.Periodical.Internal;

/// <summary>Every log message of periodical work. They name the tick.</summary>
internal static class PeriodicalLog
{
    public static void Left(ILambdaLogger? logger, string name, DateTimeOffset tick) => logger?.Log(
        LogLevel.Information,
        "The tick {Tick} of {Name} is left to the invocation that runs now, or was settled before.",
        TickLayout.Text(tick),
        name);

    public static void Skipped(ILambdaLogger? logger, string name, DateTimeOffset? after, DateTimeOffset through) => logger?.Log(
        LogLevel.Warning,
        "The ticks of {Name} after {After} through {Through} are skipped: they are too late.",
        name,
        after is { } settled ? TickLayout.Text(settled) : "the beginning",
        TickLayout.Text(through));

    /// <summary>Says which ticks before the one that runs are skipped, where there are any.</summary>
    public static void Skipped(ILambdaLogger? logger, PeriodicalOptions periodical, DateTimeOffset? after, DateTimeOffset tick)
    {
        if (periodical.CatchUp != CatchUp.All && after is { } settled && periodical.Schedule.Latest(tick.AddMilliseconds(-1)) is { } before && before > settled)
        {
            Skipped(logger, periodical.Name, settled, before);
        }
    }

    public static void GivenUp(ILambdaLogger? logger, string name, DateTimeOffset tick, int attempts) => logger?.Log(
        LogLevel.Error,
        "The tick {Tick} of {Name} is given up after {Attempts} attempts; the next one comes.",
        TickLayout.Text(tick),
        name,
        attempts);
}
