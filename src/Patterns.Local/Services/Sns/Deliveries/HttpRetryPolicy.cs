namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>The schedule for web endpoints: retries without delay, with the shortest, in backoff, and with the longest.</summary>
internal sealed record HttpRetryPolicy : IRetrySchedule
{
    public const int MaxRetries = 100;
    public const int MaxSeconds = 3600;

    public static readonly HttpRetryPolicy Default = new();

    public int MinDelayTarget { get; init; } = 20;

    public int MaxDelayTarget { get; init; } = 20;

    public int NumRetries { get; init; } = 3;

    public int NumMaxDelayRetries { get; init; }

    public int NumNoDelayRetries { get; init; }

    public int NumMinDelayRetries { get; init; }

    public string BackoffFunction { get; init; } = "linear";

    /// <summary>All waits together, which the service limits to an hour.</summary>
    public TimeSpan TotalDelay
    {
        get
        {
            var total = TimeSpan.Zero;
            for (var failures = 1; failures <= NumRetries; failures++)
            {
                total += DelayAfter(failures)!.Value;
            }

            return total;
        }
    }

    private int BackoffRetries => NumRetries - NumNoDelayRetries - NumMinDelayRetries - NumMaxDelayRetries;

    public TimeSpan? DelayAfter(int failures)
    {
        if (failures > NumRetries)
        {
            return null;
        }

        var step = failures - 1 - NumNoDelayRetries - NumMinDelayRetries;
        return failures <= NumNoDelayRetries ? TimeSpan.Zero
            : step < 0 ? TimeSpan.FromSeconds(MinDelayTarget)
            : step >= BackoffRetries ? TimeSpan.FromSeconds(MaxDelayTarget)
            : BackoffDelay(step);
    }

    private TimeSpan BackoffDelay(int step)
    {
        var part = BackoffRetries == 1 ? 0 : step / (BackoffRetries - 1.0);
        var seconds = BackoffFunction switch
        {
            "geometric" => MinDelayTarget * Math.Pow((double)MaxDelayTarget / MinDelayTarget, part),
            "exponential" => Between((Math.Pow(2, 10 * part) - 1) / 1023),
            "arithmetic" => Between(part * (part + 1) / 2),
            _ => Between(part),
        };
        return TimeSpan.FromSeconds(seconds);
    }

    private double Between(double part) => MinDelayTarget + ((MaxDelayTarget - MinDelayTarget) * part);
}
