namespace Patterns.Local.Services.Lambda.Mappings;

/// <summary>What a mapping of a stream has beside the settings of all mappings; null takes the default.</summary>
internal sealed record StreamMappingSettings
{
    public const string TrimHorizon = "TRIM_HORIZON";
    public const string Latest = "LATEST";
    public const string AtTimestamp = "AT_TIMESTAMP";

    public static StreamMappingSettings None { get; } = new();

    /// <summary>Where reading begins: one of the constants. Required.</summary>
    public string? StartingPosition { get; init; }

    /// <summary>The time of <see cref="AtTimestamp"/>.</summary>
    public DateTimeOffset? StartingPositionTimestamp { get; init; }

    /// <summary>How many batches of one shard run at once. Default 1.</summary>
    public int? ParallelizationFactor { get; init; }

    /// <summary>How often a batch is tried again. Default -1: until its records expire.</summary>
    public int? MaximumRetryAttempts { get; init; }

    /// <summary>How old a record may become. Default -1 second: until it expires.</summary>
    public TimeSpan? MaximumRecordAge { get; init; }

    /// <summary>Whether a batch that fails is split in two. Default false.</summary>
    public bool? BisectsBatchOnFunctionError { get; init; }

    /// <summary>The length of windows whose state the function passes on; zero for none. Default none.</summary>
    public TimeSpan? TumblingWindow { get; init; }

    /// <summary>The ARN of the queue or topic that is told about discarded records; null is nowhere.</summary>
    public string? OnFailure { get; init; }

    public int RetryLimit => MaximumRetryAttempts is >= 0 and var retries ? retries : int.MaxValue;

    public TimeSpan AgeLimit => MaximumRecordAge is { Ticks: >= 0 } age ? age : TimeSpan.MaxValue;
}
