using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>What a stream is created with.</summary>
internal sealed record StreamSettings(string Name)
{
    public StreamMode Mode { get; init; }

    /// <summary>Required in provisioned mode, absent in the other.</summary>
    public int? ShardCount { get; init; }

    public int RetentionHours { get; init; } = KinesisLimits.ShortestRetentionHours;

    public int MaxRecordKibibytes { get; init; } = KinesisLimits.SmallestMaxRecordKibibytes;

    public IReadOnlyCollection<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <exception cref="AwsException">A setting is missing or out of range.</exception>
    public void Check()
    {
        Constraints.CheckStreamName(Name);
        switch (Mode)
        {
            case StreamMode.OnDemand when ShardCount is not null:
                throw KinesisErrors.Validation("ShardCount must not be specified for a stream in ON_DEMAND mode.");
            case StreamMode.Provisioned when ShardCount is null:
                throw KinesisErrors.Validation("ShardCount must be specified for a stream in PROVISIONED mode; StreamModeDetails asks for ON_DEMAND mode.");
            default:
                break;
        }

        Constraints.CheckRange(ShardCount, "shardCount", 1, KinesisLimits.Shards);
        Constraints.CheckRange(RetentionHours, "retentionPeriodHours", KinesisLimits.ShortestRetentionHours, KinesisLimits.LongestRetentionHours);
        CheckRecordSize(MaxRecordKibibytes);
    }

    /// <exception cref="AwsException">The size is out of range.</exception>
    public static void CheckRecordSize(int kibibytes) =>
        Constraints.CheckRange(kibibytes, "maxRecordSizeInKiB", KinesisLimits.SmallestMaxRecordKibibytes, KinesisLimits.LargestMaxRecordKibibytes);
}
