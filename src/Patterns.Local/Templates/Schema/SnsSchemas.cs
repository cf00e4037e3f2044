using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class SnsSchemas
{
    public static readonly string[] Protocols =
        ["sqs", "lambda", "http", "https", "email", "email-json", "sms", "application", "firehose"];

    public static readonly ResourceSchema Topic = ResourceSchema.Emulated(
        "AWS::SNS::Topic",
        [
            Text("TopicName"),
            Text("DisplayName"),
            Flag("FifoTopic"),
            Flag("ContentBasedDeduplication"),
            List("Subscription", Any("Endpoint").Required, OneOf("Protocol", Protocols).Required),
            .. NotEmulated("ArchivePolicy", "DataProtectionPolicy", "FifoThroughputScope"),
            .. NoLocalMeaning("DeliveryStatusLogging", "KmsMasterKeyId", "SignatureVersion", "Tags", "TracingConfig"),
        ])
        .WithAttributes("TopicArn", "TopicName");

    public static readonly ResourceSchema TopicPolicy = ResourceSchema.NoLocalMeaning(
        "AWS::SNS::TopicPolicy", Json("PolicyDocument").Required, List("Topics").Required);

    public static readonly ResourceSchema Subscription = ResourceSchema.Emulated(
        "AWS::SNS::Subscription",
        [
            Any("TopicArn").Required,
            Any("Endpoint"),
            OneOf("Protocol", Protocols).Required,
            Json("FilterPolicy"),
            OneOf("FilterPolicyScope", "MessageAttributes", "MessageBody"),
            Flag("RawMessageDelivery"),
            Json("RedrivePolicy"),
            .. NotEmulated("DeliveryPolicy", "ReplayPolicy", "SubscriptionRoleArn"),
            .. NoLocalMeaning("Region"),
        ])
        .WithAttributes("Arn");
}
