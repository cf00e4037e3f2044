namespace Patterns.Outbound;

/// <summary>How an <see cref="OutboundWriter"/> sends.</summary>
public sealed class OutboundOptions
{
    /// <summary>
    /// Whether entries with the same <see cref="Envelope.Key"/> arrive in the order given, also when some fail: the next one
    /// is sent when the one before it was taken, one a request. Default: null, which means for destinations that keep it.
    /// </summary>
    public bool? KeepOrder { get; init; }

    /// <summary>How often an entry is sent at most. Default: 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>The longest wait before the second attempt; it doubles with every further one. Default: 100 ms.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait before any attempt. Default: 5 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many requests run at a time. Default: 4.</summary>
    public int MaxParallelism { get; init; } = 4;

    /// <summary>The clock for waits. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal OutboundOptions Validated()
    {
        var mistakes = new List<string>();
        if (MaxAttempts < 1)
        {
            mistakes.Add($"{nameof(MaxAttempts)} must be at least 1, but is {MaxAttempts}.");
        }

        if (FirstDelay < TimeSpan.Zero || MaxDelay < FirstDelay)
        {
            mistakes.Add($"{nameof(FirstDelay)} and {nameof(MaxDelay)} must not be negative, nor the first the larger one, but are {FirstDelay} and {MaxDelay}.");
        }

        if (MaxParallelism < 1)
        {
            mistakes.Add($"{nameof(MaxParallelism)} must be at least 1, but is {MaxParallelism}.");
        }

        if (Time is null)
        {
            mistakes.Add($"{nameof(Time)} must not be null.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(OutboundOptions), mistakes);
    }
}
