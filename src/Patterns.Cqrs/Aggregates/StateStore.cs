using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Cqrs.Internal;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>Keeps the state of one type of aggregate, without its history: an item for each, with a version.</summary>
/// <remarks>
/// <para>
/// For whoever needs no events. The stream of the table tells of every state in order, so that projections can be made from it all the
/// same: see <see cref="AggregateChanges.OfStates"/>.
/// </para>
/// <para>
/// Guarantee: of all writes that expect one version, one takes effect. A write whose outcome a caller does not learn may have taken
/// effect: enlist what <see cref="PrepareSave"/> returns to have it effect-once.
/// </para>
/// <para>Make one object and keep it; it serves any number of calls at the same time.</para>
/// </remarks>
/// <typeparam name="TState">The state.</typeparam>
public sealed class StateStore<TState>
    where TState : notnull
{
    private readonly ITable _table;
    private readonly StateStoreOptions _options;
    private readonly AggregateLayout _layout;
    private readonly AggregateMeter _meter;
    private readonly ConflictRetries _retries;

    /// <summary>Makes a store. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="table">The table; others may use it, too, and so may stores of other types.</param>
    /// <param name="aggregateType">Names the type of aggregate, for example <c>policy</c>. At most 200 characters, and no <c>#</c>.</param>
    /// <param name="json">How the state is written and read, from a source-generated context.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public StateStore(ITable table, string aggregateType, JsonTypeInfo<TState> json, StateStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(json);
        _table = table;
        Json = json;
        _options = (options ?? new()).Validated();
        _layout = new AggregateLayout(aggregateType);
        Catalogue = new AggregateCatalogue(table, _layout);
        _meter = new AggregateMeter(aggregateType);
        _retries = new ConflictRetries(_options.MaxAttempts, _options.RetryDelay, _options.Time);
    }

    /// <summary>The type of aggregate.</summary>
    public string AggregateType => _layout.Type;

    internal JsonTypeInfo<TState> Json { get; }

    internal AggregateCatalogue Catalogue { get; }

    /// <summary>The state as it is now; null when there never was one. One that was deleted says so.</summary>
    /// <exception cref="JsonException">The data are not of the state's form.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<StoredState<TState>?> FindAsync(string id, CancellationToken cancellationToken)
    {
        _layout.CheckId(id);
        var item = await _table.GetAsync(_layout.State(id), cancellationToken).ConfigureAwait(false);
        return item is null ? null : StateItem.Read(item).ToStored(Json);
    }

    /// <summary>Writes the state, if it still has the version that is expected.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="expectedVersion">The version that was read; 0 when there was none.</param>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Ends the waiting; the write may have taken effect.</param>
    /// <returns>Whether the state was written. A lost race is a result and not an exception.</returns>
    /// <exception cref="AppendTooLargeException">The state does not fit into an item; nothing was written.</exception>
    /// <exception cref="TableException">The write was not possible; whether it took effect is unknown if <see cref="TableException.MayHaveTakenEffect"/>.</exception>
    public ValueTask<VersionedWriteResult> SaveAsync(string id, long expectedVersion, TState state, CancellationToken cancellationToken) =>
        WriteAsync(expectedVersion, PrepareSave(id, expectedVersion, state), cancellationToken);

    /// <summary>
    /// Deletes the state, if it still has the version that is expected. A mark with the next version stays, so that no reader takes an
    /// old state for a new one.
    /// </summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="expectedVersion">
    /// The version that was read. With 0, nothing is written: what never was needs no deletion, and is applied with version 0; what is there
    /// meanwhile is a lost race.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; the write may have taken effect.</param>
    /// <returns>Whether the state has the mark, or never was. A lost race is a result and not an exception.</returns>
    /// <exception cref="TableException">The write was not possible; whether it took effect is unknown if <see cref="TableException.MayHaveTakenEffect"/>.</exception>
    public ValueTask<VersionedWriteResult> DeleteAsync(string id, long expectedVersion, CancellationToken cancellationToken) => expectedVersion == 0
        ? FindNothingAsync(id, cancellationToken)
        : WriteAsync(expectedVersion, Prepare(id, expectedVersion, data: null), cancellationToken);

    /// <summary>Reads the state, has it changed, and writes it; begins anew when others change it meanwhile.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="change">Gets what is there, null when there never was a state, and returns the new state. It may be called several times.</param>
    /// <param name="cancellationToken">Ends the waiting; the write may have taken effect.</param>
    /// <exception cref="AggregateConflictException">Others were faster at all attempts; nothing was written.</exception>
    /// <exception cref="AppendTooLargeException">The state does not fit into an item; nothing was written.</exception>
    /// <exception cref="TableException">The table could not be read or written; whether the write took effect is unknown if <see cref="TableException.MayHaveTakenEffect"/>.</exception>
    public ValueTask<Aggregate<TState>> UpdateAsync(string id, Func<StoredState<TState>?, TState> change, CancellationToken cancellationToken) =>
        UpdateAsync(id, expectedVersion: null, change, cancellationToken);

    /// <summary>The same for a caller who has seen a version of the state and decides on that alone.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="expectedVersion">The version that it must have, 0 for none that ever was; null for any.</param>
    /// <param name="change">Gets what is there, null when there never was a state, and returns the new state. It may be called several times.</param>
    /// <param name="cancellationToken">Ends the waiting; the write may have taken effect.</param>
    /// <exception cref="StaleVersionException">It has another version; nothing was written.</exception>
    /// <exception cref="AggregateConflictException">Others were faster at all attempts; nothing was written.</exception>
    /// <exception cref="AppendTooLargeException">The state does not fit into an item; nothing was written.</exception>
    /// <exception cref="TableException">The table could not be read or written; whether the write took effect is unknown if <see cref="TableException.MayHaveTakenEffect"/>.</exception>
    public ValueTask<Aggregate<TState>> UpdateAsync(string id, long? expectedVersion, Func<StoredState<TState>?, TState> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _retries.RunAsync(
            () => TryUpdateAsync(id, expectedVersion, change, cancellationToken),
            ConflictRetries.DidNothing,
            conflict => new AggregateConflictException(AggregateType, id, _options.MaxAttempts, conflict),
            cancellationToken);
    }

    /// <summary>The writes of <see cref="SaveAsync"/>, for a transaction of your own: for example, enlist them in an idempotent call.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="expectedVersion">The version that was read; 0 when there was none.</param>
    /// <param name="state">The state.</param>
    /// <returns>The state, and the entry in the catalogue for a new one; each names its table.</returns>
    /// <exception cref="AppendTooLargeException">The state does not fit into an item.</exception>
    public IReadOnlyList<TableWrite> PrepareSave(string id, long expectedVersion, TState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Prepare(id, expectedVersion, JsonSerializer.Serialize(state, Json));
    }

    /// <summary>The ids of all aggregates that have or had a state, in no particular order.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) => Catalogue.ListAsync(cancellationToken);

    /// <summary>The ids in one of the 16 shards of the catalogue, in their order: to list the shards in parallel.</summary>
    /// <param name="shard">From 0 to 15.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TableException">The table could not be read.</exception>
    public IAsyncEnumerable<string> ListAsync(int shard, CancellationToken cancellationToken) => Catalogue.ListAsync(shard, cancellationToken);

    /// <exception cref="StaleVersionException">A version is expected, and it is another one.</exception>
    internal async ValueTask<StoredState<TState>?> FindAsync(string id, long? expectedVersion, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        StaleVersionException.ThrowUnless(expectedVersion, new ViewToken(AggregateType, id, found?.Version ?? 0));
        return found;
    }

    private async ValueTask<Aggregate<TState>?> TryUpdateAsync(string id, long? expectedVersion, Func<StoredState<TState>?, TState> change, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, expectedVersion, cancellationToken).ConfigureAwait(false);
        var state = change(found);
        var result = await SaveAsync(id, found?.Version ?? 0, state, cancellationToken).ConfigureAwait(false);
        return result.IsApplied ? new Aggregate<TState>(id, result.Version, state) : null;
    }

    private async ValueTask<VersionedWriteResult> FindNothingAsync(string id, CancellationToken cancellationToken)
    {
        _layout.CheckId(id);
        var item = await _table.GetAsync(_layout.State(id), cancellationToken).ConfigureAwait(false);
        return item is null ? new VersionedWriteResult(true, 0) : Lost(item);
    }

    private TableWrite[] Prepare(string id, long expectedVersion, string? data)
    {
        _layout.CheckId(id);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        var at = _options.Time.GetUtcNow();
        KeyValuePair<string, TableValue>[] attributes = data is null ? [] : [new(ItemNames.Data, data)];
        var item = _layout.Item(_layout.State(id), ItemNames.StateKind, id, expectedVersion + 1, at, attributes);
        _layout.CheckSize(item, id, "The state");
        var condition = expectedVersion == 0 ? TableCondition.ItemMissing : TableCondition.Equal(ItemNames.Version, expectedVersion);
        var put = new TablePut(item) { Condition = condition, Table = _table };
        return expectedVersion == 0 ? [put, _layout.CatalogueEntry(id, at) with { Table = _table }] : [put];
    }

    private async ValueTask<VersionedWriteResult> WriteAsync(long expectedVersion, IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        // The token has a write take effect once also when the table's adapter sends it again; a write by itself has none.
        var result = await _table.TransactAsync(writes, Guid.NewGuid().ToString(), cancellationToken).ConfigureAwait(false);
        return result.Committed ? new VersionedWriteResult(true, expectedVersion + 1) : Lost(result.Refusals[0].Item);
    }

    private VersionedWriteResult Lost(TableItem? found)
    {
        _meter.CountRaceLost();
        return new VersionedWriteResult(false, found is null ? 0 : ItemReading.Number(found, ItemNames.Version));
    }
}
