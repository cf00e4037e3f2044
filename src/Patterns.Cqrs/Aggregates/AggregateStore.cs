using Patterns.Cqrs.Internal;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>Has commands decided on aggregates, and keeps what happened: loads, decides, appends, and begins anew when others were faster.</summary>
/// <remarks>
/// <para>
/// Guarantee: every command is decided on the aggregate as it is when its events are appended, so that no rule is broken by two commands
/// at once. At-least-once: a caller that does not learn the outcome and asks again has the command decided again. Effect-once when the
/// writes of <see cref="DecideAsync"/> are enlisted in the completion of the command's key.
/// </para>
/// <para>Make one object and keep it; it serves any number of calls at the same time.</para>
/// </remarks>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TCommand">What is asked for.</typeparam>
/// <typeparam name="TEvent">What happened.</typeparam>
public sealed class AggregateStore<TState, TCommand, TEvent>
    where TEvent : notnull
{
    private readonly EventStore<TEvent> _events;
    private readonly Decider<TState, TCommand, TEvent> _decider;
    private readonly Snapshots<TState>? _snapshots;
    private readonly ConflictRetries _retries;
    private readonly int _maxAttempts;

    /// <summary>Makes a store. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="events">Where the events are.</param>
    /// <param name="decider">The rules.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public AggregateStore(EventStore<TEvent> events, Decider<TState, TCommand, TEvent> decider, AggregateStoreOptions<TState>? options = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(decider);
        var valid = (options ?? new()).Validated();
        _events = events;
        _decider = decider;
        _maxAttempts = valid.MaxAttempts;
        _retries = new ConflictRetries(valid.MaxAttempts, valid.RetryDelay, valid.Time);
        _snapshots = valid.Snapshots is null ? null : new Snapshots<TState>(events.Table, events.Layout, valid.Snapshots, events.Meter, valid.Time);
    }

    /// <summary>The type of aggregate.</summary>
    public string AggregateType => _events.AggregateType;

    /// <summary>The aggregate as it is now: the snapshot, if there is one, and the events behind it.</summary>
    /// <exception cref="EventTypeException">An event's type or version is not known, or its data cannot be read.</exception>
    /// <exception cref="MissingEventException">An event is missing, though later ones or the head tell of it; or the head does not know of events that are there.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<Aggregate<TState>> LoadAsync(string id, CancellationToken cancellationToken) =>
        (await FoldAsync(id, expectedVersion: null, cancellationToken).ConfigureAwait(false)).Aggregate;

    /// <summary>Has a command decided and writes nothing: for whoever enlists <see cref="AggregateDecision{TState, TEvent}.Writes"/>.</summary>
    /// <remarks>
    /// A transaction that is refused because of these writes lost a race: decide anew. With <c>IdempotentCall</c> and
    /// <c>UseIdempotency</c> that is an <see cref="Idempotency.EnlistedWriteRefusedException"/>, after which the key is free again.
    /// </remarks>
    /// <param name="id">Which aggregate.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="metadata">What is kept beside the events; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CommandRefusedException">A rule says no.</exception>
    /// <exception cref="AppendTooLargeException">There are too many events, or one is too large.</exception>
    /// <exception cref="EventTypeException">An event's type or version is not known, or its data cannot be read.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public ValueTask<AggregateDecision<TState, TEvent>> DecideAsync(string id, TCommand command, EventMetadata? metadata, CancellationToken cancellationToken) =>
        DecideAsync(id, expectedVersion: null, command, metadata, cancellationToken);

    /// <summary>The same for a caller who has seen a version of the aggregate and decides on that alone.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="expectedVersion">The version that it must have; null for any.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="metadata">What is kept beside the events; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="StaleVersionException">It has another version.</exception>
    /// <exception cref="CommandRefusedException">A rule says no.</exception>
    /// <exception cref="AppendTooLargeException">There are too many events, or one is too large.</exception>
    /// <exception cref="EventTypeException">An event's type or version is not known, or its data cannot be read.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<AggregateDecision<TState, TEvent>> DecideAsync(
        string id,
        long? expectedVersion,
        TCommand command,
        EventMetadata? metadata,
        CancellationToken cancellationToken)
    {
        var loaded = await FoldAsync(id, expectedVersion, cancellationToken).ConfigureAwait(false);
        var (events, after) = Decide(loaded.Aggregate, command);
        await SaveSnapshotAsync(loaded.Aggregate, loaded.EventsSinceSnapshot, cancellationToken).ConfigureAwait(false);
        var writes = events.Length == 0 ? [] : _events.PrepareAppend(id, loaded.Aggregate.Version, events, metadata);
        return new AggregateDecision<TState, TEvent>(loaded.Aggregate, after, events, writes);
    }

    /// <summary>Has a command decided and appends its events. When others change the aggregate meanwhile, it is loaded and decided anew.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="metadata">What is kept beside the events; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting; the events may have been appended.</param>
    /// <exception cref="CommandRefusedException">A rule says no.</exception>
    /// <exception cref="AggregateConflictException">Others were faster at all attempts; nothing was written.</exception>
    /// <exception cref="AppendTooLargeException">There are too many events, or one is too large; nothing was written.</exception>
    /// <exception cref="EventTypeException">An event's type or version is not known, or its data cannot be read.</exception>
    /// <exception cref="TableException">
    /// The table could not be read or written; whether the events were appended is unknown if <see cref="TableException.MayHaveTakenEffect"/>,
    /// and the command is then not decided again.
    /// </exception>
    public ValueTask<AggregateDecision<TState, TEvent>> HandleAsync(string id, TCommand command, EventMetadata? metadata, CancellationToken cancellationToken) =>
        HandleAsync(id, expectedVersion: null, command, metadata, cancellationToken);

    /// <summary>The same for a caller who has seen a version of the aggregate and decides on that alone.</summary>
    /// <param name="id">Which aggregate.</param>
    /// <param name="expectedVersion">The version that it must have; null for any.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="metadata">What is kept beside the events; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting; the events may have been appended.</param>
    /// <exception cref="StaleVersionException">It has another version; nothing was written.</exception>
    /// <exception cref="CommandRefusedException">A rule says no.</exception>
    /// <exception cref="AggregateConflictException">Others were faster at all attempts; nothing was written.</exception>
    /// <exception cref="AppendTooLargeException">There are too many events, or one is too large; nothing was written.</exception>
    /// <exception cref="EventTypeException">An event's type or version is not known, or its data cannot be read.</exception>
    /// <exception cref="TableException">
    /// The table could not be read or written; whether the events were appended is unknown if <see cref="TableException.MayHaveTakenEffect"/>,
    /// and the command is then not decided again.
    /// </exception>
    public ValueTask<AggregateDecision<TState, TEvent>> HandleAsync(
        string id,
        long? expectedVersion,
        TCommand command,
        EventMetadata? metadata,
        CancellationToken cancellationToken) =>
        _retries.RunAsync(
            () => TryHandleAsync(id, expectedVersion, command, metadata, cancellationToken),
            ConflictRetries.DidNothing,
            conflict => new AggregateConflictException(_events.AggregateType, id, _maxAttempts, conflict),
            cancellationToken);

    private async ValueTask<AggregateDecision<TState, TEvent>?> TryHandleAsync(
        string id,
        long? expectedVersion,
        TCommand command,
        EventMetadata? metadata,
        CancellationToken cancellationToken)
    {
        var loaded = await FoldAsync(id, expectedVersion, cancellationToken).ConfigureAwait(false);
        var (events, after) = Decide(loaded.Aggregate, command);
        if (events.Length > 0)
        {
            var result = await _events.AppendAsync(id, loaded.Aggregate.Version, events, metadata, cancellationToken).ConfigureAwait(false);
            if (!result.IsApplied)
            {
                return null;
            }

            await SaveSnapshotAsync(after, loaded.EventsSinceSnapshot + events.Length, cancellationToken).ConfigureAwait(false);
        }

        return new AggregateDecision<TState, TEvent>(loaded.Aggregate, after, events, []);
    }

    private (TEvent[] Events, Aggregate<TState> After) Decide(Aggregate<TState> before, TCommand command)
    {
        TEvent[] events = [.. _decider.Decide(before.State, command)];
        return (events, before with { Version = before.Version + events.Length, State = _decider.Fold(before.State, events) });
    }

    private async ValueTask<(Aggregate<TState> Aggregate, long EventsSinceSnapshot)> FoldAsync(string id, long? expectedVersion, CancellationToken cancellationToken)
    {
        _events.Layout.CheckId(id);
        var snapshot = _snapshots is null ? null : await _snapshots.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var (version, state) = snapshot is null ? (0, _decider.Initial) : (snapshot.Version, snapshot.State);
        var from = version;
        await foreach (var stored in _events.ReadAsync(id, version, cancellationToken).ConfigureAwait(false))
        {
            state = _decider.Evolve(state, stored.Event);
            version = stored.Version;
        }

        StaleVersionException.ThrowUnless(expectedVersion, new ViewToken(AggregateType, id, version));
        return (new Aggregate<TState>(id, version, state), version - from);
    }

    private ValueTask SaveSnapshotAsync(Aggregate<TState> aggregate, long eventsSince, CancellationToken cancellationToken) =>
        _snapshots?.SaveIfDueAsync(aggregate, eventsSince, cancellationToken) ?? ValueTask.CompletedTask;
}
