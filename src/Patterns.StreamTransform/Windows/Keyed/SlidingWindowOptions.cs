using Patterns.Windows.Internal;

namespace Patterns.Windows;

/// <summary>What a <see cref="SlidingWindowHandler{TIn, TState, TOut}"/> collects, where its state is and where its results go.</summary>
/// <typeparam name="TIn">A record.</typeparam>
public sealed class SlidingWindowOptions<TIn> : KeyedWindowOptions<TIn>
{
    private const int MostWindows = 100;

    /// <summary>The length of a window.</summary>
    public required TimeSpan Size { get; init; }

    /// <summary>
    /// How often a window begins, counted from the Unix epoch. Not more than <see cref="Size"/>, which makes tumbling windows, and not
    /// less than a hundredth of it, since a record is added to each window that it is in.
    /// </summary>
    public required TimeSpan Step { get; init; }

    internal override WindowShape Shape => new(IsMerging: false, SpansOf);

    internal override IEnumerable<string> MistakesOfShape() => Step > TimeSpan.Zero && Step <= Size && Size.Ticks <= Step.Ticks * MostWindows
        ? []
        : [$"{nameof(Step)} must be more than zero, at most {nameof(Size)} and at least a hundredth of it, but they are {Step} and {Size}."];

    /// <summary>The windows that a moment is in, the earliest first.</summary>
    private IEnumerable<Interval> SpansOf(DateTimeOffset time)
    {
        var sinceEpoch = (time - DateTimeOffset.UnixEpoch).Ticks;
        var last = sinceEpoch - (((sinceEpoch % Step.Ticks) + Step.Ticks) % Step.Ticks);
        var before = (last + Size.Ticks - sinceEpoch - 1) / Step.Ticks;
        for (var start = last - (before * Step.Ticks); start <= last; start += Step.Ticks)
        {
            var begin = DateTimeOffset.UnixEpoch.AddTicks(start);
            yield return new Interval(begin, begin + Size);
        }
    }
}
