namespace Patterns.DataProcessing;

/// <summary>What is published when a job has ended.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Status">Whether it came to its result.</param>
/// <param name="Counts">How many parts ended how.</param>
/// <param name="Failed">The rejected and dead-lettered parts, the first <see cref="JobResults.MostNamed"/>.</param>
/// <param name="Missing">The numbers of the missing parts, the first <see cref="JobResults.MostNamed"/>.</param>
/// <param name="Result">What the parts were reduced to; null for an incomplete job.</param>
/// <typeparam name="TResult">The result's type.</typeparam>
public sealed record JobResult<TResult>(
    string JobId,
    JobStatus Status,
    JobCounts Counts,
    IReadOnlyList<FailedPart> Failed,
    IReadOnlyList<int> Missing,
    TResult? Result);
