namespace Patterns.Core.Tests.Records;

internal static class ClockDriver
{
    /// <summary>Waits for the run, and moves the clock on while it takes its time, so that what hangs is given up.</summary>
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

    /// <summary>Waits for the run, and moves the clock on by little, so that short delays pass and deadlines do not.</summary>
    public static async Task<TResult> MoveClockAsync<TResult>(this Task<TResult> run, FakeTimeProvider time)
    {
        while (!run.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await run;
    }
}
