namespace Patterns.DataProcessing;

/// <summary>All parts of a job without a hole.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Counts">How many parts ended how.</param>
/// <param name="Loaded">The parts with results, by their numbers.</param>
/// <param name="Failed">The parts without, by their numbers.</param>
/// <typeparam name="TPartResult">The results' type.</typeparam>
public sealed record JobParts<TPartResult>(
    string JobId,
    JobCounts Counts,
    IReadOnlyList<LoadedPart<TPartResult>> Loaded,
    IReadOnlyList<FailedPart> Failed);
