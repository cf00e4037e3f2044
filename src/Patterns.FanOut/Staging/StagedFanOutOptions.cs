namespace Patterns.FanOut;

/// <summary>How a <see cref="StagedFanOut"/> decides.</summary>
public sealed class StagedFanOutOptions
{
    /// <summary>What the partitions of the transactions begin with. Default: <c>staging</c>.</summary>
    public string Partition { get; init; } = "staging";

    /// <summary>
    /// How long the receivers may take to stage. A transaction that is undecided by then is aborted; this bounds how long a
    /// receiver keeps messages of which it does not know what becomes of them, together with the time between recoveries. Default: 30 seconds.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a settled transaction is remembered, by the table's time to live, so that a repeated call with its id gets its
    /// outcome. Later, a committed one has its outcome for as long as a receiver remembers it, if that one can be asked. Default: 1 day.
    /// </summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal StagedFanOutOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (string.IsNullOrEmpty(Partition), $"{nameof(Partition)} must not be empty."),
            (Timeout <= TimeSpan.Zero, $"{nameof(Timeout)} must be positive, but is {Timeout}."),
            (KeepFor < Timeout, $"{nameof(KeepFor)} must be at least {nameof(Timeout)}, but is {KeepFor}."),
            (Time is null, $"{nameof(Time)} must not be null."),
        ];
        string[] mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(StagedFanOutOptions), mistakes);
    }
}
