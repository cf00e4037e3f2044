using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.TwoWayChain;

/// <summary>What is known of a request besides its content.</summary>
public sealed class RequestContext
{
    private readonly IdempotentCallContext _call;

    internal RequestContext(string requestId, DateTimeOffset? deadline, RecordContext record, IdempotentCallContext call)
    {
        RequestId = requestId;
        Deadline = deadline;
        Record = record;
        _call = call;
    }

    /// <summary>What identifies the request: the key to hand on to whoever is called for it.</summary>
    public string RequestId { get; }

    /// <summary>Until when the reply is of use; null when the request does not say.</summary>
    public DateTimeOffset? Deadline { get; }

    /// <summary>The record that the request came in.</summary>
    public RecordContext Record { get; }

    /// <summary>Cancelled when the invocation's time runs out.</summary>
    public CancellationToken CancellationToken => _call.CancellationToken;

    /// <summary>Adds a write that takes effect in the same transaction that keeps the reply, so that both happen or neither does.</summary>
    /// <exception cref="ArgumentException">A write of the same item is enlisted already.</exception>
    public void Enlist(TableWrite write) => _call.Enlist(write);
}
