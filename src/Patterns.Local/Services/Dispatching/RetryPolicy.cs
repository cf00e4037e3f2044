namespace Patterns.Local.Services.Dispatching;

/// <summary>How long rules and schedules try to reach a target.</summary>
/// <param name="MaximumRetryAttempts">Attempts after the first one, 0 to 185.</param>
/// <param name="MaximumEventAge">One minute to a day.</param>
internal sealed record RetryPolicy(int MaximumRetryAttempts, TimeSpan MaximumEventAge)
{
    public const int MostAttempts = 185;
    public const int ShortestAgeSeconds = 60;
    public const int LongestAgeSeconds = 86_400;

    /// <summary>185 attempts in 24 hours, as both services have it.</summary>
    public static RetryPolicy Default { get; } = new(MostAttempts, TimeSpan.FromSeconds(LongestAgeSeconds));
}
