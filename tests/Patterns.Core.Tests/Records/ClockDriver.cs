namespace Patterns.Core.Tests.Records;

internal static class ClockDriver
{
    private static readonly TimeSpan s_shortWait = TimeSpan.FromSeconds(1);

    /// <summary>Waits for the run, and moves the clock on while it takes its time, so that what hangs is given up.</summary>
    /// <remarks>Also a run that does not hang may be given up, on a busy machine: for laws that hold then, too.</remarks>
    public static async Task<TResult> MoveClockWhileItHangsAsync<TResult>(this Task<TResult> run, FakeTimeProvider time)
    {
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, Task.Delay(5));
            if (!run.IsCompleted)
            {
                time.Advance(TimeSpan.FromSeconds(5));
            }
        }

        return await run;
    }

    /// <summary>
    /// Waits for the run, and moves the clock from one timer to the next: at once where it waits shortly; to what is far away, as a
    /// deadline, only when nothing else has happened for a while.
    /// </summary>
    public static async Task<TResult> MoveClockAsync<TResult>(this Task<TResult> run, FakeTimeProvider time)
    {
        while (!run.IsCompleted)
        {
            var timers = time.Timers;
            var wait = timers.Count == 0 ? TimeSpan.MaxValue : timers.Min() - time.GetUtcNow();
            if (wait <= s_shortWait)
            {
                time.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
                await Task.Yield();
            }
            else if (timers.Count > 0 && await IsQuietAsync(run, time, timers))
            {
                time.Advance(wait);
            }
            else
            {
                await Task.WhenAny(run, Task.Delay(1));
            }
        }

        return await run;
    }

    private static async Task<bool> IsQuietAsync(Task run, FakeTimeProvider time, IReadOnlyList<DateTimeOffset> timers)
    {
        for (var i = 0; i < 50; i++)
        {
            await Task.WhenAny(run, Task.Delay(5));
            if (run.IsCompleted || !time.Timers.SequenceEqual(timers))
            {
                return false;
            }
        }

        return true;
    }
}
