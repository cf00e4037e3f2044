using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class EventsSchemas
{
    public static readonly PropertyRule RetryPolicy = Map("RetryPolicy", Number("MaximumRetryAttempts", 0, 185), Number("MaximumEventAgeInSeconds", 60, 86_400));

    public static readonly PropertyRule InputTransformer = Map("InputTransformer", Any("InputPathsMap"), Text("InputTemplate").Required);

    public static readonly ResourceSchema EventBus = ResourceSchema.Emulated(
        "AWS::Events::EventBus",
        [
            Text("Name").Required,
            Text("Description"),
            .. NotEmulated("DeadLetterConfig", "EventSourceName", "LogConfig"),
            .. NoLocalMeaning("KmsKeyIdentifier", "Policy", "Tags"),
        ])
        .WithAttributes("Arn", "Name", "Policy");

    public static readonly ResourceSchema Rule = ResourceSchema.Emulated(
        "AWS::Events::Rule",
        [
            Text("Name"),
            Text("Description"),
            Any("EventBusName"),
            Json("EventPattern"),
            Text("ScheduleExpression"),
            OneOf("State", "ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"),
            List(
                "Targets",
                [
                    Any("Arn").Required,
                    Text("Id").Required,
                    Text("Input"),
                    Text("InputPath"),
                    InputTransformer,
                    Map("SqsParameters", Text("MessageGroupId").Required),
                    Map("KinesisParameters", Text("PartitionKeyPath").Required),
                    Map("DeadLetterConfig", Any("Arn")),
                    RetryPolicy,
                    .. NotEmulated("AppSyncParameters", "BatchParameters", "EcsParameters", "HttpParameters", "RedshiftDataParameters", "RunCommandParameters", "SageMakerPipelineParameters"),
                    .. NoLocalMeaning("RoleArn"),
                ]),
            .. NoLocalMeaning("RoleArn", "Tags"),
        ])
        .WithAttributes("Arn");

    public static readonly ResourceSchema Schedule = ResourceSchema.Emulated(
        "AWS::Scheduler::Schedule",
        [
            Text("Name"),
            Any("GroupName"),
            Text("Description"),
            Text("ScheduleExpression").Required,
            Text("ScheduleExpressionTimezone"),
            Text("StartDate"),
            Text("EndDate"),
            OneOf("State", "ENABLED", "DISABLED"),
            OneOf("ActionAfterCompletion", "NONE", "DELETE"),
            Map("FlexibleTimeWindow", OneOf("Mode", "OFF", "FLEXIBLE").Required, Number("MaximumWindowInMinutes", 1, 1440)).Required,
            Map(
                "Target",
                [
                    Any("Arn").Required,
                    Any("RoleArn").Required,
                    Text("Input"),
                    Map("SqsParameters", Text("MessageGroupId")),
                    Map("KinesisParameters", Text("PartitionKey").Required),
                    Map("EventBridgeParameters", Text("Source").Required, Text("DetailType").Required),
                    Map("DeadLetterConfig", Any("Arn")),
                    RetryPolicy,
                    .. NotEmulated("EcsParameters", "SageMakerPipelineParameters"),
                ]).Required,
            .. NoLocalMeaning("KmsKeyArn"),
        ])
        .WithAttributes("Arn");

    public static readonly ResourceSchema ScheduleGroup = ResourceSchema.Emulated(
        "AWS::Scheduler::ScheduleGroup",
        [
            Text("Name"),
            .. NoLocalMeaning("Tags"),
        ])
        .WithAttributes("Arn", "CreationDate", "LastModificationDate", "State");
}
