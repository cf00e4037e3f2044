namespace Patterns.Local.Services.Dispatching;

/// <summary>The waits between attempts: one second, doubled up to eight minutes, each shortened by chance to no less than half.</summary>
/// <remarks>The services say only that they back off with jitter. With these waits, 185 attempts fit in a day.</remarks>
internal sealed class RetryBackoff(Random random)
{
    private const double LongestSeconds = 480;
    private const int Doublings = 9;

    private readonly Lock _lock = new();

    /// <param name="failures">How many attempts have failed, from 1.</param>
    public TimeSpan DelayAfter(int failures)
    {
        var whole = Math.Min(Math.Pow(2, Math.Min(failures - 1, Doublings)), LongestSeconds);
        lock (_lock)
        {
            return TimeSpan.FromSeconds(whole * (0.5 + (random.NextDouble() / 2)));
        }
    }
}
