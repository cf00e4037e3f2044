using Amazon.Lambda.Core;
using Patterns.Singleton;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.LongRunning;

/// <summary>A slice of a job: what it is a part of, and what takes effect with its checkpoint.</summary>
public sealed class SliceContext
{
    private readonly EnlistedList _enlisted = new();

    internal SliceContext(string jobId, long checkpoint, int attempt, Lease lease, ILambdaContext lambda, CancellationToken cancellationToken)
    {
        JobId = jobId;
        Checkpoint = checkpoint;
        Attempt = attempt;
        Lease = lease;
        Lambda = lambda;
        CancellationToken = cancellationToken;
    }

    /// <summary>The job.</summary>
    public string JobId { get; }

    /// <summary>How many checkpoints the job has behind it: 0 for its first slice.</summary>
    public long Checkpoint { get; }

    /// <summary>Which attempt at this slice it is, from 1.</summary>
    public int Attempt { get; }

    /// <summary>
    /// The same for every attempt at this slice and for no other slice: the idempotency key of what it does elsewhere.
    /// </summary>
    public string SliceId => $"{JobId}/{Checkpoint}";

    /// <summary>The lease by which this worker has the job; its token refuses a former worker at stores that check it.</summary>
    public Lease Lease { get; }

    /// <summary>The context of the invocation.</summary>
    public ILambdaContext Lambda { get; }

    /// <summary>Cancelled when the invocation's time runs out, or the lease is lost.</summary>
    public CancellationToken CancellationToken { get; }

    internal IReadOnlyList<TableWrite> Enlisted => _enlisted.Writes;

    /// <summary>
    /// Adds a write that takes effect in the same transaction as the checkpoint after this slice, so that both happen or neither
    /// does: effect-once, whatever dies. At most 98, on the jobs' table or on others of the same store (<see cref="TableWrite.Table"/>).
    /// </summary>
    /// <remarks>When a condition does not hold, the slice fails with a <see cref="FencedWriteRefusedException"/> and is tried again.</remarks>
    /// <exception cref="ArgumentException">There are too many, or a write of the same item is enlisted already.</exception>
    public void Enlist(TableWrite write) => _enlisted.Add(write);
}
