using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>A receiver that first keeps messages unseen, and shows or forgets them when it is told what was decided.</summary>
/// <remarks>
/// Every call may come twice, late, and after a crash of either side; the outcome of a call that threw is unknown, and it is made
/// again. Implementations are safe for use by several callers at a time.
/// </remarks>
public interface IStagingReceiver
{
    /// <summary>The receiver's name, by which a transaction remembers it. Distinct in a <see cref="StagedFanOut"/>.</summary>
    string Name { get; }

    /// <summary>Keeps the messages durably and unseen, and promises to show them when asked to.</summary>
    /// <param name="transaction">Identifies the transaction.</param>
    /// <param name="messages">The messages; none is possible.</param>
    /// <param name="cancellationToken">Ends the waiting; the messages may have been staged.</param>
    ValueTask<StagingAnswer> StageAsync(string transaction, IReadOnlyList<Envelope> messages, CancellationToken cancellationToken);

    /// <summary>Shows the staged messages, all at once; does nothing when it has been done.</summary>
    /// <exception cref="InvalidOperationException">The transaction was never staged, or is aborted.</exception>
    ValueTask CommitAsync(string transaction, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets the staged messages, and remembers that the transaction is aborted, so that staging that comes later is refused;
    /// also when nothing was staged. Does nothing when it has been done.
    /// </summary>
    /// <returns>
    /// False when the transaction is committed, and stays so: it was settled so long ago that the coordinator has forgotten it.
    /// </returns>
    ValueTask<bool> AbortAsync(string transaction, CancellationToken cancellationToken);
}
