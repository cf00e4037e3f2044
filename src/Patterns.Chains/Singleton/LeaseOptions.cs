using System.Diagnostics.CodeAnalysis;

namespace Patterns.Singleton;

/// <summary>How a <see cref="LeaseStore"/> keeps its leases.</summary>
public sealed class LeaseOptions
{
    private const int LongestName = 100;
    private static readonly TimeSpan ShortestDuration = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Tells the leases of one purpose from others in the same table: their keys begin with it. At most 100 characters, without
    /// <c>/</c>. Default: <c>leases</c>.
    /// </summary>
    public string Name { get; init; } = "leases";

    /// <summary>
    /// How long after its owner's last renewal somebody who waits has the lease: it is valid for nine tenths of this time, and
    /// those who wait for it come at random moments of the last tenth. An owner that lives renews it every third of this time.
    /// At least 1 second. Default: 30 seconds.
    /// </summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often at the most one who waits looks whether the lease was given back; each look reads one item. Default: 1 second.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>From 0 to 1, for everything that is spread at random.</summary>
    internal Func<double> Jitter { get; init; } = NextJitter;

    /// <summary>How long the lease is valid after it was taken or renewed.</summary>
    internal TimeSpan Term => Duration * 0.9;

    internal LeaseOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (Name is null or "" || Name.Length > LongestName || Name.Contains('/'), $"{nameof(Name)} must have 1 to {LongestName} characters and no '/', but is '{Name}'."),
            (Duration < ShortestDuration, $"{nameof(Duration)} must be at least {ShortestDuration}, but is {Duration}."),
            (PollInterval <= TimeSpan.Zero, $"{nameof(PollInterval)} must be more than zero, but is {PollInterval}."),
            (Time is null, $"{nameof(Time)} must not be null."),
        ];
        string[] mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(LeaseOptions), mistakes);
    }

    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    private static double NextJitter() => Random.Shared.NextDouble();
}
