namespace Patterns.LongRunning;

/// <summary>A job's state was written by code of another version than the one that is to go on with it.</summary>
public sealed class JobStateVersionException : NonRetryableException
{
    internal JobStateVersionException(string jobId, int stored, int expected)
        : base($"The state of the job '{jobId}' has version {stored}, and this code goes on from version {expected}: have Migrate read version {stored}, or run the code that wrote it, and retry the job.")
    {
        JobId = jobId;
        Stored = stored;
        Expected = expected;
    }

    /// <summary>The job.</summary>
    public string JobId { get; }

    /// <summary>The version of the state.</summary>
    public int Stored { get; }

    /// <summary>The version of the code.</summary>
    public int Expected { get; }
}
