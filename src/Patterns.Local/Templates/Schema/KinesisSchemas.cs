using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class KinesisSchemas
{
    public static readonly ResourceSchema Stream = ResourceSchema.Emulated(
        "AWS::Kinesis::Stream",
        [
            Text("Name"),
            Number("ShardCount", 1, 20_000),
            Map("StreamModeDetails", OneOf("StreamMode", "PROVISIONED", "ON_DEMAND").Required),
            Number("RetentionPeriodHours", 24, 8760),
            Number("MaxRecordSizeInKiB", 1024, 10_240),
            List("Tags", Text("Key").Required, Text("Value").Required),
            .. NoLocalMeaning("DesiredShardLevelMetrics", "StreamEncryption", "WarmThroughputMiBps"),
        ])
        .WithAttributes("Arn");
}
