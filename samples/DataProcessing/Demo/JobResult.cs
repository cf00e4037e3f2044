namespace DataProcessing.Demo;

/// <summary>What the results queue says of a job.</summary>
internal sealed record JobResult(string JobId, string Status, JobCounts Counts, IReadOnlyList<FailedPart> Failed, WordCounts? Result);
