using System.Collections.Frozen;
using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

/// <summary>The event types of <c>AWS::Serverless::Function</c>.</summary>
internal static class EventSchemas
{
    public const string Sqs = "SQS";
    public const string Sns = "SNS";
    public const string DynamoDb = "DynamoDB";
    public const string Kinesis = "Kinesis";
    public const string HttpApi = "HttpApi";
    public const string Api = "Api";

    public static readonly IReadOnlyList<string> NotEmulated =
    [
        "AlexaSkill", Api, "CloudWatchEvent", "CloudWatchLogs", "Cognito", "DocumentDB", "EventBridgeRule", "IoTRule",
        "MQ", "MSK", "S3", "Schedule", "ScheduleV2", "SelfManagedKafka",
    ];

    private static readonly FrozenDictionary<string, PropertyRules> Emulated = new Dictionary<string, PropertyRules>
    {
        [Sqs] = new([Any("Queue").Required, .. LambdaSchemas.QueueMappingSettings]),
        [DynamoDb] = new(LambdaSchemas.StreamEventSettings),
        [Kinesis] = new(LambdaSchemas.StreamEventSettings),
        [Sns] = new(
        [
            Any("Topic").Required,
            Json("FilterPolicy"),
            OneOf("FilterPolicyScope", "MessageAttributes", "MessageBody"),
            Json("RedrivePolicy"),
            Any("SqsSubscription"),
            .. NoLocalMeaning("Region"),
        ]),
        [HttpApi] = new(
        [
            Any("ApiId"),
            Text("Path"),
            Text("Method"),
            OneOf("PayloadFormatVersion", "1.0", "2.0"),
            Number("TimeoutInMillis", 50, 30_000),
            .. PropertyRule.NotEmulated("Auth", "RouteSettings"),
        ]),
    }.ToFrozenDictionary();

    public static IEnumerable<string> Types => Emulated.Keys.Concat(NotEmulated);

    /// <summary>The rules of an emulated event type; null for the others.</summary>
    public static PropertyRules? Find(string type) => Emulated.GetValueOrDefault(type);
}
