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
    public const string EventBridgeRule = "EventBridgeRule";
    public const string CloudWatchEvent = "CloudWatchEvent";
    public const string Schedule = "Schedule";
    public const string ScheduleV2 = "ScheduleV2";
    public const string Api = "Api";

    public static readonly IReadOnlyList<string> NotEmulated =
    [
        "AlexaSkill", "CloudWatchLogs", "Cognito", "DocumentDB", "IoTRule", "MQ", "MSK", "S3", "SelfManagedKafka",
    ];

    private static readonly PropertyRule DeadLetters = Map("DeadLetterConfig", Any("Arn"), OneOf("Type", "SQS"), Text("QueueLogicalId"));

    private static readonly PropertyRule[] RuleSettings =
    [
        Json("Pattern").Required,
        Any("EventBusName"),
        Text("RuleName"),
        OneOf("State", "ENABLED", "DISABLED"),
        Flag("Enabled"),
        Text("Input"),
        Text("InputPath"),
        EventsSchemas.InputTransformer,
        Map("Target", Text("Id").Required),
        DeadLetters,
        EventsSchemas.RetryPolicy,
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
        [EventBridgeRule] = new(RuleSettings),
        [CloudWatchEvent] = new(RuleSettings),
        [Schedule] = new(
        [
            Text("Schedule").Required,
            Text("Name"),
            Text("Description"),
            Flag("Enabled"),
            OneOf("State", "ENABLED", "DISABLED"),
            Text("Input"),
            DeadLetters,
            EventsSchemas.RetryPolicy,
            .. NoLocalMeaning("RoleArn"),
        ]),
        [ScheduleV2] = new(
        [
            Text("ScheduleExpression").Required,
            Text("ScheduleExpressionTimezone"),
            Text("Name"),
            Any("GroupName"),
            Text("Description"),
            Text("StartDate"),
            Text("EndDate"),
            OneOf("State", "ENABLED", "DISABLED"),
            Text("Input"),
            Flag("OmitName"),
            Map("FlexibleTimeWindow", OneOf("Mode", "OFF", "FLEXIBLE").Required, Number("MaximumWindowInMinutes", 1, 1440)),
            DeadLetters,
            EventsSchemas.RetryPolicy,
            Any("RoleArn"),
            .. NoLocalMeaning("KmsKeyArn", "PermissionsBoundary"),
        ]),
        [Api] = new(
        [
            Any("RestApiId"),
            Text("Path").Required,
            Text("Method").Required,
            Number("TimeoutInMillis", 50, 29_000),
            Map("Auth", [Text("Authorizer"), .. PropertyRule.NotEmulated("ApiKeyRequired", "AuthorizationScopes", "OverrideApiAuth", "ResourcePolicy"), .. NoLocalMeaning("InvokeRole")]),
            .. PropertyRule.NotEmulated("RequestModel", "RequestParameters", "ResponseTransferMode"),
        ]),
        [HttpApi] = new(
        [
            Any("ApiId"),
            Text("Path"),
            Text("Method"),
            OneOf("PayloadFormatVersion", "1.0", "2.0"),
            Number("TimeoutInMillis", 50, 30_000),
            Map("Auth", Text("Authorizer"), List("AuthorizationScopes")),
            .. PropertyRule.NotEmulated("RouteSettings"),
        ]),
    }.ToFrozenDictionary();

    public static IEnumerable<string> Types => Emulated.Keys.Concat(NotEmulated);

    /// <summary>The rules of an emulated event type; null for the others.</summary>
    public static PropertyRules? Find(string type) => Emulated.GetValueOrDefault(type);
}
