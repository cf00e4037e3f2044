namespace Patterns.Local.Services.Kinesis;

/// <summary>The service's limits: docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html, November 2026.</summary>
internal static class KinesisLimits
{
    private const int Kibibyte = 1024;

    public const int Mebibyte = 1024 * Kibibyte;

    public const int RecordsPerPut = 500;

    /// <summary>Data and partition keys of one PutRecords together.</summary>
    public const int PutBytes = 10 * Mebibyte;

    public const int RecordsPerGet = 10_000;

    public const int GetBytes = 10 * Mebibyte;

    public const int SmallestMaxRecordKibibytes = 1024;

    public const int LargestMaxRecordKibibytes = 10_240;

    public const int PartitionKeyLength = 256;

    public const int RecordsPerShardAndSecond = 1000;

    public const int BytesPerShardAndSecond = Mebibyte;

    public const int OnDemandShards = 4;

    /// <summary>Shards of an account in the large Regions, and so of one stream.</summary>
    public const int Shards = 20_000;

    public const int ShortestRetentionHours = 24;

    public const int LongestRetentionHours = 8760;

    public const int Tags = 50;

    public static TimeSpan IteratorLife { get; } = TimeSpan.FromMinutes(5);

    public static TimeSpan TokenLife { get; } = TimeSpan.FromSeconds(300);
}
