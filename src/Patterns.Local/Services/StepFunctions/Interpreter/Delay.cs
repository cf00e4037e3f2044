namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>Waits of any length on a clock.</summary>
internal static class Delay
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(20);

    public static async ValueTask UntilAsync(TimeProvider time, DateTimeOffset due, CancellationToken stopping)
    {
        for (var left = due - time.GetUtcNow(); left > TimeSpan.Zero; left = due - time.GetUtcNow())
        {
            // Timers count whole milliseconds: a rest would be waited for without a pause.
            var milliseconds = Math.Ceiling(left.TotalMilliseconds);
            await Task.Delay(left < LongestTimer ? TimeSpan.FromMilliseconds(milliseconds) : LongestTimer, time, stopping).ConfigureAwait(false);
        }
    }
}
