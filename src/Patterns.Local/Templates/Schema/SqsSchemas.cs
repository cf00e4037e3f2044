using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class SqsSchemas
{
    public static readonly ResourceSchema Queue = ResourceSchema.Emulated(
        "AWS::SQS::Queue",
        [
            Text("QueueName"),
            Flag("FifoQueue"),
            Flag("ContentBasedDeduplication"),
            OneOf("DeduplicationScope", "messageGroup", "queue"),
            OneOf("FifoThroughputLimit", "perMessageGroupId", "perQueue"),
            Number("DelaySeconds", 0, 900),
            Number("MaximumMessageSize", 1024, 1_048_576),
            Number("MessageRetentionPeriod", 60, 1_209_600),
            Number("ReceiveMessageWaitTimeSeconds", 0, 20),
            Number("VisibilityTimeout", 0, 43_200),
            Json("RedrivePolicy"),
            Json("RedriveAllowPolicy"),
            .. NoLocalMeaning("KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "SqsManagedSseEnabled", "Tags"),
        ])
        .WithAttributes("Arn", "QueueName", "QueueUrl");

    public static readonly ResourceSchema QueuePolicy = ResourceSchema.NoLocalMeaning(
        "AWS::SQS::QueuePolicy", Json("PolicyDocument").Required, List("Queues").Required);
}
