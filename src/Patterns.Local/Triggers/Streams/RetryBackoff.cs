namespace Patterns.Local.Triggers.Streams;

/// <summary>How long a lane waits before it tries again.</summary>
internal static class RetryBackoff
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    /// <param name="failures">How many attempts in a row failed.</param>
    public static TimeSpan After(int failures) =>
        TimeSpan.FromTicks(Math.Min(s_first.Ticks << Math.Clamp(failures - 1, 0, 10), s_longest.Ticks));
}
