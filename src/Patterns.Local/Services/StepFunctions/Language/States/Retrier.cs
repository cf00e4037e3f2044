namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>Which errors are retried, and when.</summary>
internal sealed class Retrier
{
    public required IReadOnlyList<string> ErrorEquals { get; init; }

    /// <summary>The delay before the first retry; 1 second by default.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>3 by default; 0 for errors that are never retried.</summary>
    public long MaxAttempts { get; init; } = 3;

    /// <summary>What each delay is multiplied with for the next; 2 by default.</summary>
    public double BackoffRate { get; init; } = 2;

    /// <summary>The longest delay; null for no limit.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Whether a delay is a random part of what it would be (<c>FULL</c>).</summary>
    public bool HasJitter { get; init; }

    /// <param name="retry">0 for the first retry.</param>
    /// <param name="random">From 0 up to but without 1.</param>
    public TimeSpan Delay(long retry, Func<double> random)
    {
        var seconds = Math.Min(Interval.TotalSeconds * Math.Pow(BackoffRate, retry), (MaxDelay ?? TimeSpan.FromDays(365)).TotalSeconds);
        return TimeSpan.FromSeconds(HasJitter ? seconds * random() : seconds);
    }
}
