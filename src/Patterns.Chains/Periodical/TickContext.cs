using Amazon.Lambda.Core;
using Patterns.Singleton;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Periodical;

/// <summary>A tick that is due, and what takes effect when its work is done.</summary>
public sealed class TickContext
{
    private readonly EnlistedList _enlisted = new();

    internal TickContext(string name, Lease lease, ILambdaContext lambda, CancellationToken cancellationToken)
    {
        Name = name;
        Lease = lease;
        Lambda = lambda;
        CancellationToken = cancellationToken;
    }

    /// <summary>The name of what runs periodically.</summary>
    public string Name { get; }

    /// <summary>When the tick was due: which tick it is, however late it runs.</summary>
    public required DateTimeOffset ScheduledTime { get; init; }

    /// <summary>The tick that was done before, so that this one can take over where that ended; null for the first one.</summary>
    public required DateTimeOffset? PreviousTime { get; init; }

    /// <summary>How late it runs; zero when this machine's clock has not even come to it.</summary>
    public required TimeSpan LateBy { get; init; }

    /// <summary>Which attempt it is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The same for every attempt at this tick and for no other tick: the idempotency key of what its work does elsewhere.</summary>
    public string TickId => $"{Name}/{ScheduledTime.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";

    /// <summary>The lease that keeps ticks from running beside each other.</summary>
    public Lease Lease { get; }

    /// <summary>The context of the invocation.</summary>
    public ILambdaContext Lambda { get; }

    /// <summary>Cancelled when the invocation's time runs out, or the lease is lost.</summary>
    public CancellationToken CancellationToken { get; }

    internal IReadOnlyList<TableWrite> Enlisted => _enlisted.Writes;

    /// <summary>
    /// Adds a write that takes effect in the same transaction in which the tick becomes done, so that both happen or neither does:
    /// effect-once. At most 98, on the same table or on others of the same store (<see cref="TableWrite.Table"/>).
    /// </summary>
    /// <remarks>When a condition does not hold, the tick fails with a <see cref="FencedWriteRefusedException"/> and is tried again.</remarks>
    /// <exception cref="ArgumentException">There are too many, or a write of the same item is enlisted already.</exception>
    public void Enlist(TableWrite write) => _enlisted.Add(write);
}
