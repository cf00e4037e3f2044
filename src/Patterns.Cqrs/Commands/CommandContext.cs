using Patterns.Idempotency;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>What a <see cref="CommandHandler{TCommand, TResult}"/> gets beside the command.</summary>
public sealed class CommandContext
{
    // A transaction, less the key and the entry in the journal.
    private const int MostWrites = ServiceLimits.DynamoDbTransactionActions - 2;

    private readonly IdempotentCallContext _call;
    private readonly List<TableWrite> _writes = [];
    private bool _hasEnded;
    private bool _isVersionTaken;

    internal CommandContext(CommandRequest request, IdempotentCallContext call)
    {
        Request = request;
        _call = call;
    }

    /// <summary>The command as it came.</summary>
    public CommandRequest Request { get; }

    /// <summary>The command's key.</summary>
    public string Key => _call.Key;

    /// <summary>What to keep beside events: the command's key and the actor.</summary>
    public EventMetadata Metadata => new() { CommandKey = Key, Actor = Request.Actor };

    /// <summary>The caller's token.</summary>
    public CancellationToken CancellationToken => _call.CancellationToken;

    /// <summary>
    /// The version of the aggregate that the command leads to: whoever gets the reply may ask for a view that has it, and expect it in the next
    /// command. It is part of the reply at every repetition. Default: null; set by <see cref="DecideAsync"/> and <see cref="UpdateAsync"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The type or id is empty, or the version negative.</exception>
    public ViewToken? ViewToken
    {
        get;
        set => field = value is null || Cqrs.ViewToken.TryParse(value.ToString(), out _)
            ? value
            : throw new ArgumentException($"'{value}' names no version of an aggregate.", nameof(value));
    }

    /// <summary>
    /// The version that the request expects, null for any, for a handler that checks it by itself; <see cref="DecideAsync"/> and
    /// <see cref="UpdateAsync"/> do it for others. A request that expects one is rejected when its handler ends without having taken it.
    /// </summary>
    public long? TakeExpectedVersion()
    {
        _isVersionTaken = true;
        return Request.ExpectedVersion;
    }

    /// <summary>
    /// Has the aggregate that the command is about decide: refuses another version than the request expects, enlists the events, and has the
    /// reply name the version.
    /// </summary>
    /// <param name="store">Where the aggregate is.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is asked for.</param>
    /// <exception cref="StaleVersionException">The aggregate has another version than <see cref="CommandRequest.ExpectedVersion"/>.</exception>
    /// <exception cref="CommandRefusedException">A rule says no.</exception>
    public async ValueTask<AggregateDecision<TState, TEvent>> DecideAsync<TState, TCommand, TEvent>(AggregateStore<TState, TCommand, TEvent> store, string id, TCommand command)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(store);
        var decision = await store.DecideAsync(id, TakeExpectedVersion(), command, Metadata, CancellationToken).ConfigureAwait(false);
        Enlist(decision);
        ViewToken = new ViewToken(store.AggregateType, id, decision.After.Version);
        return decision;
    }

    /// <summary>
    /// Changes the state that the command is about: refuses another version than the request expects, enlists the new state, and has the reply
    /// name the version.
    /// </summary>
    /// <param name="store">Where the state is.</param>
    /// <param name="id">Which one.</param>
    /// <param name="change">Gets what is there, null when there never was a state, and returns the new state.</param>
    /// <exception cref="StaleVersionException">The state has another version than <see cref="CommandRequest.ExpectedVersion"/>.</exception>
    public async ValueTask<Aggregate<TState>> UpdateAsync<TState>(StateStore<TState> store, string id, Func<StoredState<TState>?, TState> change)
        where TState : notnull
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(change);
        var found = await store.FindAsync(id, TakeExpectedVersion(), CancellationToken).ConfigureAwait(false);
        var after = new Aggregate<TState>(id, (found?.Version ?? 0) + 1, change(found));
        foreach (var write in store.PrepareSave(id, after.Version - 1, after.State))
        {
            Enlist(write);
        }

        ViewToken = new ViewToken(store.AggregateType, id, after.Version);
        return after;
    }

    /// <summary>
    /// Adds a write that takes effect together with the completion of the key, or not at all. Those of a command that a rule refuses are
    /// dropped.
    /// </summary>
    /// <remarks>
    /// When its condition does not hold, the command is handled anew, a bounded number of times. A command that writes an item twice, or
    /// more items than a transaction takes, fails.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The handler has ended.</exception>
    public void Enlist(TableWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        lock (_writes)
        {
            if (_hasEnded)
            {
                throw new InvalidOperationException($"The handler of '{Request.Name}' has ended.");
            }

            _writes.Add(write);
        }
    }

    /// <summary>Has the events of a decision appended together with the completion of the key, or not at all.</summary>
    public void Enlist<TState, TEvent>(AggregateDecision<TState, TEvent> decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        foreach (var write in decision.Writes)
        {
            Enlist(write);
        }
    }

    /// <exception cref="CommandRejectedException">A version is expected, and nothing has checked it.</exception>
    internal void CheckVersion()
    {
        if (Request.ExpectedVersion is not null && !_isVersionTaken)
        {
            throw new CommandRejectedException(CommandRejection.Invalid, "This command takes no expected version.");
        }
    }

    /// <exception cref="NonRetryableException">No transaction takes the writes.</exception>
    internal void CheckWrites()
    {
        lock (_writes)
        {
            if (_writes.Count > MostWrites)
            {
                throw new NonRetryableException($"'{Request.Name}' enlisted {_writes.Count} writes; at most {MostWrites} are possible.");
            }

            if (_writes.DistinctBy(write => (write.Table, write.Key)).Count() < _writes.Count)
            {
                throw new NonRetryableException($"'{Request.Name}' enlisted two writes of one item.");
            }
        }
    }

    /// <summary>Ends the handler's time, and has its writes take effect if it succeeded.</summary>
    internal void End(bool hasSucceeded)
    {
        lock (_writes)
        {
            _hasEnded = true;
            _writes.ForEach(hasSucceeded ? _call.Enlist : static _ => { });
        }
    }
}
