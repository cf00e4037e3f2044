namespace Patterns.Local.Services.Sqs.Settings;

/// <summary>What can be set on a queue. Immutable: a change makes a new value.</summary>
internal sealed record QueueSettings
{
    public bool IsFifo { get; init; }

    /// <summary>Default 30 s.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Default none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Default 4 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(4);

    /// <summary>How long a receive waits that does not say; default not at all.</summary>
    public TimeSpan ReceiveWait { get; init; }

    /// <summary>Default 1 MiB.</summary>
    public int MaximumMessageSize { get; init; } = 1_048_576;

    public RedrivePolicy? RedrivePolicy { get; init; }

    public RedriveAllowPolicy? RedriveAllowPolicy { get; init; }

    /// <summary>FIFO: the body's SHA-256 identifies a message that has no deduplication id.</summary>
    public bool ContentBasedDeduplication { get; init; }

    /// <summary><c>queue</c> or <c>messageGroup</c>: where a deduplication id is unique.</summary>
    public string DeduplicationScope { get; init; } = "queue";

    /// <summary><c>perQueue</c> or <c>perMessageGroupId</c>; kept, not enforced.</summary>
    public string FifoThroughputLimit { get; init; } = "perQueue";

    /// <summary>Kept and given back, not enforced: the runner has no identities to check.</summary>
    public string? Policy { get; init; }

    /// <summary>Kept, not used: nothing is encrypted here.</summary>
    public string? KmsMasterKeyId { get; init; }

    public string KmsDataKeyReusePeriodSeconds { get; init; } = "300";

    public bool SqsManagedSseEnabled { get; init; } = true;
}
