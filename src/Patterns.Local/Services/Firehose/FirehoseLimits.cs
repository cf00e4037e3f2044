namespace Patterns.Local.Services.Firehose;

/// <summary>Limits of the service; source: docs.aws.amazon.com/firehose/latest/dev/limits.html, November 2026.</summary>
internal static class FirehoseLimits
{
    public const int RecordBytes = 1000 * 1024;
    public const int BatchRecords = 500;
    public const int BatchBytes = 4 * 1024 * 1024;
    public const int NameLength = 64;
    public const int Megabyte = 1024 * 1024;

    /// <summary>Above a full batch in Base64.</summary>
    public const long RequestBytes = 8 * Megabyte;

    /// <summary>What an event for a function may take, below the 6 MB of a synchronous invocation.</summary>
    public const int EventBytes = (6 * Megabyte) - (64 * 1024);

    /// <summary>How much may wait for the function before a Kinesis stream is not read further: two batches of the largest size and more. Ours.</summary>
    public const int WaitingBytes = 8 * Megabyte;
}
