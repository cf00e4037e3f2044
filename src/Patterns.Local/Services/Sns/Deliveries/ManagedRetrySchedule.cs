namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>The schedule for queues and functions: 100,015 attempts over 23 days.</summary>
internal sealed class ManagedRetrySchedule : IRetrySchedule
{
    private const int Immediate = 3;
    private const int BeforeBackoff = 2;
    private const int Backoff = 10;
    private const int AfterBackoff = 100_000;
    private const double ShortestSeconds = 1;
    private const double LongestSeconds = 20;

    public static readonly ManagedRetrySchedule Instance = new();

    public TimeSpan? DelayAfter(int failures) => failures switch
    {
        <= Immediate => TimeSpan.Zero,
        <= Immediate + BeforeBackoff => TimeSpan.FromSeconds(ShortestSeconds),
        <= Immediate + BeforeBackoff + Backoff => BackoffDelay(failures - Immediate - BeforeBackoff - 1),
        <= Immediate + BeforeBackoff + Backoff + AfterBackoff => TimeSpan.FromSeconds(LongestSeconds),
        _ => null,
    };

    private static TimeSpan BackoffDelay(int step) =>
        TimeSpan.FromSeconds(ShortestSeconds * Math.Pow(LongestSeconds / ShortestSeconds, step / (Backoff - 1.0)));
}
