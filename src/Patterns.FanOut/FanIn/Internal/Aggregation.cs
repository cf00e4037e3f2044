using Patterns.Outbound;

namespace Patterns.FanIn.Internal;

/// <summary>What one fan-in does with its aggregates.</summary>
internal abstract class Aggregation
{
    /// <summary>Whether an open aggregate has all that it waits for.</summary>
    /// <param name="head">The aggregate.</param>
    /// <param name="loadParts">Reads its parts, for a decision that needs them.</param>
    public abstract ValueTask<bool> IsCompleteAsync(Head head, Func<ValueTask<List<StoredPart>>> loadParts);

    /// <summary>Makes the result of a closed aggregate.</summary>
    public abstract ValueTask<FixedResult> CombineAsync(Head head, List<StoredPart> parts, CancellationToken cancellationToken);

    /// <summary>The message that carries the result; the same for the same result.</summary>
    public abstract Envelope Describe(FixedResult result);
}
