using Patterns.Records.Internal;
using Patterns.Sources.Internal;

namespace Patterns;

/// <summary>What became of the records of one invocation.</summary>
/// <param name="Source">What they came from.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Failures">Those that were neither handled nor handed to the failure destination, in their order.</param>
public sealed record BatchOutcome(SourceKind Source, int Count, IReadOnlyList<RecordFailure> Failures)
{
    /// <summary>
    /// The identifiers for a partial reply: of every failure for a queue; of the first one for a stream, which resumes from
    /// there; none for a source that reads no reply.
    /// </summary>
    public IEnumerable<string> ReportedIds
    {
        get
        {
            if (!SourceRules.TakesPartialReply(Source))
            {
                return [];
            }

            var reported = Failures.Take(SourceRules.ResumesFromPosition(Source) ? 1 : Failures.Count);
            return reported.Select(failure => failure.Id);
        }
    }

    /// <summary>The partial reply of <see cref="ReportedIds"/>, for handlers of your own that compose a record handler.</summary>
    public Stream ToReply() => PartialReply.Of(ReportedIds);

    /// <summary>Throws what a source without a partial reply must see to try again; does nothing when nothing failed.</summary>
    /// <exception cref="BatchFailedException">Records failed. A single record's own exception is thrown instead.</exception>
    public void ThrowIfFailed()
    {
        if (Failures.Count == 0)
        {
            return;
        }

        if (Count == 1 && Failures[0].Exception is { } only)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(only);
        }

        throw new BatchFailedException(this);
    }
}
