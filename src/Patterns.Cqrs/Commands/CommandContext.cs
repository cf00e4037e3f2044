using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>What a <see cref="CommandHandler{TCommand, TResult}"/> gets beside the command.</summary>
public sealed class CommandContext
{
    private readonly IdempotentCallContext _call;
    private readonly List<TableWrite> _writes = [];
    private bool _hasEnded;

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
