namespace Patterns.Cqrs.Tests;

/// <summary>Runs something while the clock moves, on the thread that moves it, so that every run is the same.</summary>
internal static class VirtualTime
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <returns>The result, and how long it took.</returns>
    public static (T Result, TimeSpan Took) Run<T>(FakeTimeProvider time, Func<Task<T>> start)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var begin = time.GetUtcNow();
            var task = start();
            while (!task.IsCompleted && time.GetUtcNow() - begin < Longest)
            {
                // To the next moment at which anything happens.
                var due = time.Timers.DefaultIfEmpty(begin + Longest).Min();
                time.Advance(due > time.GetUtcNow() ? due - time.GetUtcNow() : TimeSpan.Zero);
            }

            Assert.True(task.IsCompleted, "It hangs.");
            return (task.GetAwaiter().GetResult(), time.GetUtcNow() - begin);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }
}
