namespace Patterns.LongRunning;

/// <summary>A job is to be started with an id under which another one, with another first state, is known. That one stays as it is.</summary>
public sealed class JobConflictException : NonRetryableException
{
    internal JobConflictException(string jobId)
        : base($"The job '{jobId}' was started with another state before; give a job of its own an id of its own.") => JobId = jobId;

    /// <summary>The job.</summary>
    public string JobId { get; }
}
