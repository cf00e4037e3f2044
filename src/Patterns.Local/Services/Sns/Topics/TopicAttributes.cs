namespace Patterns.Local.Services.Sns.Topics;

/// <summary>The names of topic attributes and the rules for their values.</summary>
internal static class TopicAttributes
{
    public const string FifoTopic = "FifoTopic";
    public const string ContentBasedDeduplication = "ContentBasedDeduplication";
    public const string FifoThroughputScope = "FifoThroughputScope";
    public const string SignatureVersion = "SignatureVersion";
    public const string DisplayName = "DisplayName";
    public const string Policy = "Policy";
    public const string DeliveryPolicy = "DeliveryPolicy";

    private static readonly HashSet<string> Stored =
    [
        DisplayName, Policy, DeliveryPolicy, SignatureVersion, ContentBasedDeduplication, FifoThroughputScope,
        "KmsMasterKeyId", "TracingConfig",
        "HTTPSuccessFeedbackRoleArn", "HTTPSuccessFeedbackSampleRate", "HTTPFailureFeedbackRoleArn",
        "LambdaSuccessFeedbackRoleArn", "LambdaSuccessFeedbackSampleRate", "LambdaFailureFeedbackRoleArn",
        "SQSSuccessFeedbackRoleArn", "SQSSuccessFeedbackSampleRate", "SQSFailureFeedbackRoleArn",
    ];

    public static bool IsSettable(string name) => Stored.Contains(name);

    /// <summary>The value of an attribute that was never set.</summary>
    public static string DefaultOf(string name) => name switch
    {
        ContentBasedDeduplication => "false",
        FifoThroughputScope => "Topic",
        SignatureVersion => "1",
        _ => "",
    };

    /// <param name="prefix">What the error says before the attribute: <c>Attributes Reason: </c> at creation.</param>
    /// <param name="name">The attribute.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="isFifo">The kind of topic.</param>
    public static void Check(string prefix, string name, string value, bool isFifo)
    {
        switch (name)
        {
            case ContentBasedDeduplication or FifoThroughputScope when !isFifo:
                throw SnsErrors.InvalidParameter($"{prefix}{name} can only be set on FIFO topics");
            case ContentBasedDeduplication when value is not ("true" or "false"):
                throw SnsErrors.InvalidParameter($"{prefix}{name}: Invalid value [{value}]. Must be true or false.");
            case FifoThroughputScope when value is not ("Topic" or "MessageGroup"):
                throw SnsErrors.InvalidParameter($"{prefix}{name}: Invalid value [{value}]. Must be Topic or MessageGroup.");
            case SignatureVersion when value is not ("1" or "2"):
                throw SnsErrors.InvalidParameter($"{prefix}{name}: Invalid value [{value}]. Must be 1 or 2.");
            case DeliveryPolicy:
                Deliveries.HttpDeliveryPolicy.ParseForTopic(prefix, value);
                break;
            default:
                break;
        }
    }
}
