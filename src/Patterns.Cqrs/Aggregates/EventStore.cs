using System.Runtime.CompilerServices;
using Patterns.Cqrs.Internal;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>Keeps the events of one type of aggregate in a table, numbered without gaps.</summary>
/// <remarks>
/// <para>
/// An aggregate is the partition <c>aggregate#TYPE#ID</c>: an item for each event, and a head with the version. The first event also
/// enters the aggregate into a catalogue, so that all aggregates can be listed without a scan.
/// </para>
/// <para>
/// Guarantee: of all appends that expect one version, one takes effect, with all of its events (optimistic concurrency). An append whose
/// outcome a caller does not learn may have taken effect: enlist what <see cref="PrepareAppend"/> returns to have it effect-once.
/// </para>
/// <para>Make one object and keep it; it serves any number of calls at the same time.</para>
/// </remarks>
/// <typeparam name="TEvent">What all events of the aggregate have in common.</typeparam>
public sealed class EventStore<TEvent>
    where TEvent : notnull
{
    private const string HeadBehind = "its head does not know of later events that are there";

    // Of reads in a row that bring nothing new.
    private const int MostVainReads = 5;

        private readonly EventAppend<TEvent> _append;
    
    /// <summary>Makes a store. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="table">The table; others may use it, too, and so may stores of other types.</param>
    /// <param name="aggregateType">Names the type of aggregate, for example <c>policy</c>. At most 200 characters, and no <c>#</c>.</param>
    /// <param name="types">The events.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public EventStore(ITable table, string aggregateType, EventTypes<TEvent> types, EventStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(types);
        Table = table;
        Layout = new AggregateLayout(aggregateType);
        Types = types;
        _append = new EventAppend<TEvent>(table, Layout, types, (options ?? new()).Validated());
        Catalogue = new AggregateCatalogue(table, Layout);
        Meter = new AggregateMeter(aggregateType);
    }

    /// <summary>The type of aggregate.</summary>
    public string AggregateType => Layout.Type;

    /// <summary>Where the events are.</summary>
    public ITable Table { get; }

    internal AggregateLayout Layout { get; }

    internal AggregateMeter Meter { get; }

    internal EventTypes<TEvent> Types { get; }

    internal AggregateCatalogue Catalogue { get; }

    /// <summary>The events of an aggregate behind a version, in order; none for an aggregate to which nothing has happened.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="after">The version behind which to begin; 0 for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="EventTypeException">An event's type or version is not known, or its data cannot be read.</exception>
    /// <exception cref="MissingEventException">An event is missing, though later ones or the head tell of it; or the head does not know of events that are there.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public IAsyncEnumerable<StoredEvent<TEvent>> ReadAsync(string id, long after, CancellationToken cancellationToken)
    {
        Layout.CheckId(id);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return ReadEventsAsync(id, after, cancellationToken);
    }

    /// <summary>The aggregate's version: the number of its events, 0 for an aggregate to which nothing has happened.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<long> GetVersionAsync(string id, CancellationToken cancellationToken)
    {
        Layout.CheckId(id);
        return VersionOf(await Table.GetAsync(Layout.Head(id), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Appends events, all or none, if the aggregate still has the version that is expected.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="expectedVersion">The version on which the events were decided; 0 for a new aggregate.</param>
    /// <param name="events">The events, in order; at least one.</param>
    /// <param name="metadata">What is kept beside each; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting; the append may have taken effect.</param>
    /// <returns>Whether the events were appended. A lost race is a result and not an exception.</returns>
    /// <exception cref="AppendTooLargeException">There are too many events, or one is too large; nothing was written.</exception>
    /// <exception cref="EventTypeException">An event's type is not in the list; nothing was written.</exception>
    /// <exception cref="TableException">The append was not possible; whether it took effect is unknown if <see cref="TableException.MayHaveTakenEffect"/>.</exception>
    public async ValueTask<VersionedWriteResult> AppendAsync(
        string id,
        long expectedVersion,
        IReadOnlyList<TEvent> events,
        EventMetadata? metadata,
        CancellationToken cancellationToken)
    {
        var writes = PrepareAppend(id, expectedVersion, events, metadata);
        var result = await Table.TransactAsync(writes, Guid.NewGuid().ToString(), cancellationToken).ConfigureAwait(false);
        if (!result.Committed)
        {
            return Lost(id, expectedVersion, result);
        }

        Meter.CountAppended(events.Count);
        return new VersionedWriteResult(true, expectedVersion + events.Count);
    }

    /// <summary>
    /// The writes of an append, for a transaction of your own: enlist them in an idempotent call or record, and the events are
    /// appended exactly when the command's key is completed. When somebody else was faster, that transaction is refused.
    /// </summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="expectedVersion">The version on which the events were decided; 0 for a new aggregate.</param>
    /// <param name="events">The events, in order; at least one.</param>
    /// <param name="metadata">What is kept beside each; null for nothing.</param>
    /// <returns>The head, the events, and the entry in the catalogue for a new aggregate; each names its table.</returns>
    /// <exception cref="AppendTooLargeException">There are too many events, or one is too large.</exception>
    /// <exception cref="EventTypeException">An event's type is not in the list.</exception>
    public IReadOnlyList<TableWrite> PrepareAppend(string id, long expectedVersion, IReadOnlyList<TEvent> events, EventMetadata? metadata) =>
        _append.Prepare(id, expectedVersion, events, metadata);

    /// <summary>The ids of all aggregates that have events, in no particular order, for example for a rebuild.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) => Catalogue.ListAsync(cancellationToken);

    /// <summary>The ids in one of the 16 shards of the catalogue, in their order: to list the shards in parallel.</summary>
    /// <param name="shard">From 0 to 15.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TableException">The table could not be read.</exception>
    public IAsyncEnumerable<string> ListAsync(int shard, CancellationToken cancellationToken) => Catalogue.ListAsync(shard, cancellationToken);

    /// <summary>
    /// A read that goes on while a transaction takes effect may see a part of it: events without those before or behind them, or without the
    /// head. The rest is there when asked again, unless somebody took it away.
    /// </summary>
    private async IAsyncEnumerable<StoredEvent<TEvent>> ReadEventsAsync(string id, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = after;
        for (var vainReads = 0; vainReads < MostVainReads; vainReads++)
        {
            var head = 0L;
            var hasGap = false;
            await foreach (var item in Table.QueryAsync(Layout.EventsAfter(id, last), cancellationToken).ConfigureAwait(false))
            {
                if (AggregateLayout.IsHead(item))
                {
                    head = VersionOf(item);
                    break;
                }

                var found = EventItem.Read(item);
                if (found.Version != last + 1)
                {
                    hasGap = true;
                    break;
                }

                last++;
                vainReads = -1;
                yield return found.ToStored(Types);
            }

            if (!hasGap && head == last)
            {
                yield break;
            }

            if (vainReads == MostVainReads - 1 && !hasGap && head < last)
            {
                throw new MissingEventException(AggregateType, id, last, HeadBehind);
            }
        }

        throw new MissingEventException(AggregateType, id, last + 1, "the event is missing, though later ones are there");
    }

    private VersionedWriteResult Lost(string id, long expectedVersion, TableTransactionResult result)
    {
        if (result.Refusals.FirstOrDefault(refusal => refusal.Index == EventAppend<TEvent>.HeadIndex) is not { } head)
        {
            throw new MissingEventException(AggregateType, id, expectedVersion, HeadBehind);
        }

        Meter.CountRaceLost();
        return new VersionedWriteResult(false, VersionOf(head.Item));
    }

    private static long VersionOf(TableItem? head) => head is null ? 0 : ItemReading.Number(head, ItemNames.Version);
}
