namespace Patterns.LongRunning;

/// <summary>There is no job of this id, or none any more.</summary>
public sealed class JobUnknownException : NonRetryableException
{
    internal JobUnknownException(string jobId)
        : base($"There is no job '{jobId}': it was never started here, or it ended longer ago than jobs are kept.") => JobId = jobId;

    /// <summary>The job.</summary>
    public string JobId { get; }
}
