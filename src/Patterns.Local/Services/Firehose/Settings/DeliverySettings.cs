namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>What a delivery stream does, validated.</summary>
internal sealed record DeliverySettings
{
    public required string Name { get; init; }

    /// <summary>The Kinesis stream that it reads; null where records are put into it.</summary>
    public SourceSettings? Source { get; init; }

    public required string RoleArn { get; init; }

    public required string BucketArn { get; init; }

    public required ObjectPrefix Prefix { get; init; }

    public required ObjectPrefix ErrorPrefix { get; init; }

    public int BufferMegabytes { get; init; } = 5;

    public TimeSpan BufferInterval { get; init; } = TimeSpan.FromSeconds(300);

    public bool IsGzip { get; init; }

    public string? FileExtension { get; init; }

    /// <summary>Null where records are delivered as they come.</summary>
    public TransformSettings? Transform { get; init; }

    public bool IsPartitioned { get; init; }

    public string Bucket => BucketArn[(BucketArn.LastIndexOf(':') + 1)..];

    public string Extension => FileExtension ?? (IsGzip ? ".gz" : "");
}
