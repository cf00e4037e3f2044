using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class LambdaSchemas
{
    public static readonly IReadOnlyList<string> Runtimes = ["dotnet8", "dotnet10", "provided.al2023"];

    /// <summary>Settings that <c>AWS::Lambda::Function</c> and <c>AWS::Serverless::Function</c> share.</summary>
    public static readonly IReadOnlyList<PropertyRule> FunctionSettings =
    [
        Text("FunctionName"),
        Text("Description"),
        Text("Handler").Required,
        Text("Runtime").Required,
        Number("Timeout", 1, 900),
        Number("MemorySize", 128, 32_768),
        Map("Environment", Map("Variables")),
        Number("ReservedConcurrentExecutions", 0, int.MaxValue),
        Map("EphemeralStorage", Number("Size", 512, 10_240).Required),
        ListOf("Architectures", "x86_64", "arm64"),
        OneOf("PackageType", "Zip", "Image"),
        .. NotEmulated("FileSystemConfigs", "ImageConfig", "Layers", "TenancyConfig", "DurableConfig"),
        .. NoLocalMeaning(
            "CapacityProviderConfig", "CodeSigningConfigArn", "FunctionScalingConfig", "KmsKeyArn", "LoggingConfig",
            "PublishToLatestPublished", "RecursiveLoop", "Role", "RuntimeManagementConfig", "SnapStart", "Tags", "VpcConfig"),
    ];

    public static readonly IReadOnlyList<string> FunctionAttributes =
        ["Arn", "SnapStartResponse", "SnapStartResponse.ApplyOn", "SnapStartResponse.OptimizationStatus"];

    public static readonly ResourceSchema Function = ResourceSchema.Emulated(
        "AWS::Lambda::Function",
        [
            .. FunctionSettings,
            Any("Code").Required,
            Map("DeadLetterConfig", Any("TargetArn").Required),
            .. NoLocalMeaning("TracingConfig"),
        ])
        .WithAttributes(FunctionAttributes);

    /// <summary>Settings of all mappings, without those that name source and function.</summary>
    private static readonly PropertyRule[] s_mappingSettings =
    [
        Number("BatchSize", 1, 10_000),
        Flag("Enabled"),
        Map("FilterCriteria", List("Filters", Json("Pattern").Required)),
        ListOf("FunctionResponseTypes", "ReportBatchItemFailures"),
        Number("MaximumBatchingWindowInSeconds", 0, 300),
        .. NoLocalMeaning("KmsKeyArn", "LoggingConfig", "MetricsConfig", "Tags"),
    ];

    private static readonly PropertyRule[] s_queueSettings =
    [
        Map("ScalingConfig", Number("MaximumConcurrency", 2, 1000)),
        .. NotEmulated("ProvisionedPollerConfig"),
    ];

    private static readonly PropertyRule[] s_streamSettings =
    [
        Flag("BisectBatchOnFunctionError"),
        Number("MaximumRecordAgeInSeconds", -1, 604_800),
        Number("MaximumRetryAttempts", -1, 10_000),
        Number("ParallelizationFactor", 1, 10),
        Any("StartingPositionTimestamp"),
        Number("TumblingWindowInSeconds", 0, 900),
    ];

    private static readonly PropertyRule s_startingPosition = OneOf("StartingPosition", "TRIM_HORIZON", "LATEST", "AT_TIMESTAMP");

    public static readonly IReadOnlyList<PropertyRule> QueueMappingSettings = [.. s_mappingSettings, .. s_queueSettings];

    /// <summary>The properties of a SAM event that reads a stream.</summary>
    public static readonly IReadOnlyList<PropertyRule> StreamEventSettings =
    [
        Any("Stream").Required,
        s_startingPosition.Required,
        .. s_mappingSettings,
        .. s_streamSettings,
        Map("DestinationConfig", Map("OnFailure", OneOf("Type", "SQS", "SNS", "S3", "Kafka"), Any("Destination").Required)),
    ];

    public static readonly ResourceSchema EventSourceMapping = ResourceSchema.Emulated(
        "AWS::Lambda::EventSourceMapping",
        [
            Any("EventSourceArn"),
            Any("FunctionName").Required,
            .. s_mappingSettings,
            .. s_queueSettings,
            .. s_streamSettings,
            s_startingPosition,
            Map("DestinationConfig", Map("OnFailure", Any("Destination").Required)),
            .. NotEmulated(
                "AmazonManagedKafkaEventSourceConfig", "DocumentDBEventSourceConfig", "Queues", "SelfManagedEventSource",
                "SelfManagedKafkaEventSourceConfig", "SourceAccessConfigurations", "Topics"),
        ])
        .WithAttributes("EventSourceMappingArn", "Id");

    public static readonly ResourceSchema EventInvokeConfig = ResourceSchema.Emulated(
        "AWS::Lambda::EventInvokeConfig",
        Any("FunctionName").Required,
        Any("Qualifier").Required,
        Number("MaximumEventAgeInSeconds", 60, 21_600),
        Number("MaximumRetryAttempts", 0, 2),
        Map("DestinationConfig", Map("OnFailure", Any("Destination").Required), Map("OnSuccess", Any("Destination").Required)));

    public static readonly ResourceSchema Permission = ResourceSchema.NoLocalMeaning(
        "AWS::Lambda::Permission", Text("Action").Required, Any("FunctionName").Required, Any("Principal").Required);
}
