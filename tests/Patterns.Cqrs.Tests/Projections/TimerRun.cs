namespace Patterns.Cqrs.Tests.Projections;

internal static class TimerRun
{
    /// <summary>Moves the clock from timer to timer, until there is none.</summary>
    public static void Run(this FakeTimeProvider time)
    {
        while (time.Timers is { Count: > 0 } timers)
        {
            time.Advance(timers.Min() - time.GetUtcNow());
        }
    }
}
