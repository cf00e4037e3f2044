namespace Patterns.LongRunning;

/// <summary>A job's state is larger than an item of a table can be.</summary>
public sealed class JobStateTooLargeException : NonRetryableException
{
    internal JobStateTooLargeException(string jobId, int size, int most)
        : base($"The state of the job '{jobId}' has {size} bytes; at most {most} can be kept. Keep what is large in an object store, and its key in the state.")
    {
        JobId = jobId;
        Size = size;
    }

    /// <summary>The job.</summary>
    public string JobId { get; }

    /// <summary>The state's size in bytes.</summary>
    public int Size { get; }
}
