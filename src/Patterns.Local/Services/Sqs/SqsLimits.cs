namespace Patterns.Local.Services.Sqs;

/// <summary>The service's quotas as seen in its documentation in November 2026.</summary>
internal sealed record SqsLimits
{
    /// <summary>The quotas as the service has them.</summary>
    public static SqsLimits Strict { get; } = new();

    /// <summary>Strict, but without the minute of waiting after a purge or a deletion, which only costs time on one machine.</summary>
    public static SqsLimits Relaxed { get; } = new() { PurgeInterval = TimeSpan.Zero, NameReuseDelay = TimeSpan.Zero };

    /// <summary>The largest message, and the largest sum of a batch, in bytes of body and attributes. Default 1 MiB.</summary>
    public int MaximumMessageSize { get; init; } = 1_048_576;

    /// <summary>Default 10.</summary>
    public int MaximumBatchEntries { get; init; } = 10;

    /// <summary>Default 10.</summary>
    public int MaximumMessageAttributes { get; init; } = 10;

    /// <summary>How many messages of one queue may be received and not yet deleted. Default 120,000.</summary>
    public int MaximumInFlight { get; init; } = 120_000;

    /// <summary>Default 50.</summary>
    public int MaximumTags { get; init; } = 50;

    /// <summary>How long a queue refuses a second purge. Default 60 s.</summary>
    public TimeSpan PurgeInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the name of a deleted queue is taken. Default 60 s.</summary>
    public TimeSpan NameReuseDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a deduplication id or a receive attempt id is remembered. Default 5 minutes.</summary>
    public TimeSpan DeduplicationWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a message can stay invisible after its receive, however often that is extended. Default 12 h.</summary>
    public TimeSpan MaximumVisibility { get; init; } = TimeSpan.FromHours(12);
}
