using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.Windows;

/// <summary>What a <see cref="WindowHandler{TIn, TState, TOut}"/> collects and where its results go.</summary>
/// <typeparam name="TIn">A record.</typeparam>
public sealed class WindowOptions<TIn>
{
    // What one invocation may return, less room for the reply's other members.
    private const int MostStateBytes = 1024 * 1024;

    /// <summary>Where the results of windows go.</summary>
    public required IDestination Results { get; init; }

    /// <summary>The CloudEvents type of results. Default: <c>window.closed</c>.</summary>
    public string Type { get; init; } = "window.closed";

    /// <summary>The CloudEvents source of results. Default: null, the function's name.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// When a record happened, by its own account. The service assigns a record to the window in which it <em>arrives</em>; this tells
    /// which of them are late. Default: null, none is.
    /// </summary>
    public Func<TIn, DateTimeOffset>? EventTime { get; init; }

    /// <summary>How much earlier than its window a record may have happened without being late. Default: zero.</summary>
    public TimeSpan AllowedLateness { get; init; }

    /// <summary>What becomes of late records. Default: <see cref="LateRecords.Include"/>.</summary>
    public LateRecords Late { get; init; } = LateRecords.Include;

    /// <summary>Where late records go with <see cref="LateRecords.Send"/>. Default: null, none.</summary>
    public IDestination? LateDestination { get; init; }

    /// <summary>
    /// Tells records that a producer has put twice, inside one window of one shard. It costs 24 bytes of the state a record.
    /// Records that come again with the same sequence number are known without it. Default: null, none are.
    /// </summary>
    public Func<TIn, string>? DuplicateId { get; init; }

    /// <summary>
    /// Where a state goes that is larger than <see cref="SpillAbove"/>, in items of at most 350 KB that expire. Default: null, and the
    /// service ends the window early, in parts.
    /// </summary>
    public ITable? Spill { get; init; }

    /// <summary>From how many bytes on a state is spilled. From 0 to 1 MiB, which is what the service keeps. Default: 900,000.</summary>
    public int SpillAbove { get; init; } = 900_000;

    /// <summary>How long a spilled state is kept after it was written; more than the mapping may retry. Default: 8 days.</summary>
    public TimeSpan SpillRetention { get; init; } = TimeSpan.FromDays(8);

    /// <summary>How results and late records are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal WindowOptions<TIn> Validated()
    {
        var mistakes = new List<string>();
        if (Results is null || Outbound is null)
        {
            mistakes.Add($"{nameof(Results)} and {nameof(Outbound)} must not be null.");
        }

        if (string.IsNullOrEmpty(Type) || Source is "")
        {
            mistakes.Add($"{nameof(Type)} must not be empty, nor {nameof(Source)}.");
        }

        if ((Late == LateRecords.Send) != (LateDestination is not null))
        {
            mistakes.Add($"{nameof(LateDestination)} must be set with {nameof(LateRecords)}.{nameof(LateRecords.Send)}, and only then.");
        }

        if (Late != LateRecords.Include && EventTime is null)
        {
            mistakes.Add($"{nameof(EventTime)} must be set where late records are not included, since nothing else tells them.");
        }

        if (SpillAbove is < 0 or > MostStateBytes || AllowedLateness < TimeSpan.Zero || SpillRetention <= TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(SpillAbove)} must be from 0 to {MostStateBytes}, {nameof(AllowedLateness)} not negative and {nameof(SpillRetention)} more than zero, but are {SpillAbove}, {AllowedLateness} and {SpillRetention}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException("WindowOptions", mistakes);
    }
}
