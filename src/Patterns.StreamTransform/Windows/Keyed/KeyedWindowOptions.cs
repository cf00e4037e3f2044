using Patterns.Outbound;
using Patterns.Tables;
using Patterns.Windows.Internal;

namespace Patterns.Windows;

/// <summary>What a <see cref="KeyedWindowHandler{TIn, TState, TOut}"/> collects, where its state is and where its results go.</summary>
/// <typeparam name="TIn">A record.</typeparam>
public abstract class KeyedWindowOptions<TIn>
{
    private protected KeyedWindowOptions()
    {
    }

    /// <summary>Where the state is: an item a key, at most 400 KB.</summary>
    public required ITable Table { get; init; }

    /// <summary>
    /// Where the results of windows go. What it refuses for good goes to <see cref="RecordHandlerOptions.FailureDestination"/>, with
    /// <see cref="FailureAttributes"/>; without one, it is tried again, and the key waits.
    /// </summary>
    public required IDestination Results { get; init; }

    /// <summary>When a record happened, by its own account.</summary>
    public required Func<TIn, DateTimeOffset> EventTime { get; init; }

    /// <summary>
    /// The key whose windows a record belongs to; all records of a key must have the same partition key, since nothing else keeps their
    /// order. DynamoDB streams keep it for each item: give the whole primary key. With the names of handler and stream it has at most 2048
    /// bytes; a record with a longer one goes to the failure destination. Default: null, the partition key, which of tables with a key of two
    /// parts is known by <see cref="RecordHandlerOptions.PartitionKeyName"/>.
    /// </summary>
    public Func<TIn, string>? Key { get; init; }

    /// <summary>
    /// Tells the state of one handler from that of others in the same table, and is the CloudEvents source of results. Default: null,
    /// the name of the handler's class.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The CloudEvents type of results. Default: <c>window.closed</c>.</summary>
    public string Type { get; init; } = "window.closed";

    /// <summary>How much earlier than the latest record so far a record may have happened without being late. Default: zero.</summary>
    public TimeSpan AllowedLateness { get; init; }

    /// <summary>
    /// How far into the future records are believed: the watermark never runs ahead of the clock by more, so that one wrong clock does not
    /// make all others late. Default: 5 minutes.
    /// </summary>
    public TimeSpan AllowedLead { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What becomes of records whose window is over. Default: <see cref="LateRecords.Include"/>, as parts of their own.</summary>
    public LateRecords Late { get; init; } = LateRecords.Include;

    /// <summary>Where late records go with <see cref="LateRecords.Send"/>. Default: null, none.</summary>
    public IDestination? LateDestination { get; init; }

    /// <summary>
    /// Tells records that a producer has put twice, as long as their windows are open; late ones are not remembered. It costs about 40 bytes
    /// of the state a record.
    /// Records that the stream delivers twice are known without it. Default: null, none are.
    /// </summary>
    public Func<TIn, string>? DuplicateId { get; init; }

    /// <summary>
    /// Whether the windows of a key also end by the records of other keys in its shard. Set it to false where the mapping has a
    /// parallelization factor over 1: the lanes of a shard are apart, and one would close the windows of another. Sources that do not
    /// name shards, as DynamoDB streams, are never closed so. Default: true.
    /// </summary>
    public bool ClosesByShard { get; init; } = true;

    /// <summary>
    /// How long no record of a key may have come before <see cref="KeyedWindowHandler{TIn, TState, TOut}.SweepAsync"/> closes, by the
    /// clock, windows that are over. Records that wait behind an outage that lasts longer are late. Default: 15 minutes.
    /// </summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long a key without open windows is remembered, so that a record that is delivered again is recognised; more than the mapping
    /// may retry. Default: 8 days.
    /// </summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(8);

    /// <summary>How results and late records are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal abstract WindowShape Shape { get; }

    internal abstract IEnumerable<string> MistakesOfShape();

    internal void Validate()
    {
        List<string> mistakes = [.. MistakesOfShape()];
        if (Table is null || Results is null || EventTime is null || Outbound is null)
        {
            mistakes.Add($"{nameof(Table)}, {nameof(Results)}, {nameof(EventTime)} and {nameof(Outbound)} must not be null.");
        }

        if (string.IsNullOrEmpty(Type) || Name is "")
        {
            mistakes.Add($"{nameof(Type)} must not be empty, nor {nameof(Name)}.");
        }

        if ((Late == LateRecords.Send) != (LateDestination is not null))
        {
            mistakes.Add($"{nameof(LateDestination)} must be set with {nameof(LateRecords)}.{nameof(LateRecords.Send)}, and only then.");
        }

        if (AllowedLateness < TimeSpan.Zero || AllowedLead < TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(AllowedLateness)} and {nameof(AllowedLead)} must not be negative, but are {AllowedLateness} and {AllowedLead}.");
        }

        if (IdleAfter <= TimeSpan.Zero || Retention <= TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(IdleAfter)} and {nameof(Retention)} must be more than zero, but are {IdleAfter} and {Retention}.");
        }

        if (mistakes.Count > 0)
        {
            throw new OptionsException(GetType().Name.Split('`')[0], mistakes);
        }
    }
}
