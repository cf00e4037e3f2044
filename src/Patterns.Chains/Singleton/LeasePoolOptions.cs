using System.Diagnostics.CodeAnalysis;

namespace Patterns.Singleton;

/// <summary>How many leases a <see cref="LeasePool"/> has, and which of them are whose.</summary>
/// <remarks>
/// All functions of a pool have the same options, but for <see cref="Function"/>. While they differ, during a deployment, the greatest
/// <see cref="Size"/> bounds the leases, and floors are those of who asks.
/// </remarks>
public sealed class LeasePoolOptions
{
    private const int LongestName = 100;
    private const int LongestFunction = 40;
    private const int LargestSize = 10_000;
    private static readonly TimeSpan ShortestDuration = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Tells the pool from others in the same table: its keys begin with it. At most 100 characters, without <c>/</c>. Default: <c>pool</c>.
    /// </summary>
    public string Name { get; init; } = "pool";

    /// <summary>How many leases there are, 1 to 10,000: connections that a database takes, less those that are not for these functions.</summary>
    public required int Size { get; init; }

    /// <summary>
    /// The function that asks, by the name that it has in <see cref="Floors"/>; one without a floor has a name, too. At most 40 characters,
    /// without <c>/</c>.
    /// </summary>
    public required string Function { get; init; }

    /// <summary>
    /// How many of the leases are a function's own, by its name; the rest belongs to nobody. Others borrow them while they are idle. Together
    /// not more than <see cref="Size"/>. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, int> Floors { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// How long after its holder's last renewal a lease is free again. The holder renews it every third of this time, and considers it lost
    /// after nine tenths: the last tenth is for ending what it protects, and for clocks that differ. At least 1 second. Default: 30 seconds.
    /// </summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often at the most one who waits looks for a free lease, after more frequent looks at first; a look reads an item for every 16
    /// leases. At most a tenth of <see cref="Duration"/>. Default: 250 milliseconds, or a tenth of <see cref="Duration"/> if that is less.
    /// </summary>
    public TimeSpan PollInterval
    {
        get => field == default ? Shorter(TimeSpan.FromMilliseconds(250), Duration / 10) : field;
        init;
    }

    /// <summary>
    /// How long a lease that was given back rests before it is free: what a database needs to end a connection after its client has closed
    /// it. Less than <see cref="Duration"/>. Default: zero.
    /// </summary>
    public TimeSpan Rest { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>From 0 to 1, for everything that is spread at random.</summary>
    internal Func<double> Jitter { get; init; } = NextJitter;

    /// <summary>How long a holder considers the lease its own after it was taken or renewed.</summary>
    internal TimeSpan Term => Duration * 0.9;

    /// <summary>How long a slot stays wanted after its function asked for it; it asks again in time while it waits.</summary>
    internal TimeSpan WantedFor => Duration / 2;

    internal LeasePoolOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (IsNoName(Name, LongestName), $"{nameof(Name)} must have 1 to {LongestName} characters and no '/', but is '{Name}'."),
            (Size is < 1 or > LargestSize, $"{nameof(Size)} must be from 1 to {LargestSize}, but is {Size}."),
            (IsNoName(Function, LongestFunction), $"{nameof(Function)} must have 1 to {LongestFunction} characters and no '/', but is '{Function}'."),
            (Floors is null, $"{nameof(Floors)} must not be null."),
            (Floors?.Values.Any(floor => floor < 0) == true, $"{nameof(Floors)} must not be negative."),
            (Floors?.Values.Sum(floor => (long)floor) > Size, $"{nameof(Floors)} must not be more than {nameof(Size)} together, but are {Floors?.Values.Sum(floor => (long)floor)}."),
            (Duration < ShortestDuration, $"{nameof(Duration)} must be at least {ShortestDuration}, but is {Duration}."),
            (PollInterval <= TimeSpan.Zero || PollInterval > Duration / 10, $"{nameof(PollInterval)} must be more than zero and at most a tenth of {nameof(Duration)}, but is {PollInterval}."),
            (Rest < TimeSpan.Zero || Rest >= Duration, $"{nameof(Rest)} must be from zero to less than {nameof(Duration)}, but is {Rest}."),
            (Time is null, $"{nameof(Time)} must not be null."),
        ];
        string[] mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(LeasePoolOptions), mistakes);
    }

    private static bool IsNoName(string? name, int longest) => name is null or "" || name.Length > longest || name.Contains('/');

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    private static double NextJitter() => Random.Shared.NextDouble();
}
