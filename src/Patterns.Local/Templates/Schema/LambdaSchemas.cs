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

    /// <summary>Settings of a mapping that do not name its source or its function.</summary>
    public static readonly IReadOnlyList<PropertyRule> QueueMappingSettings =
    [
        Number("BatchSize", 1, 10_000),
        Flag("Enabled"),
        Map("FilterCriteria", List("Filters", Json("Pattern").Required)),
        ListOf("FunctionResponseTypes", "ReportBatchItemFailures"),
        Number("MaximumBatchingWindowInSeconds", 0, 300),
        Map("ScalingConfig", Number("MaximumConcurrency", 2, 1000)),
        .. NotEmulated("ProvisionedPollerConfig"),
        .. NoLocalMeaning("KmsKeyArn", "LoggingConfig", "MetricsConfig", "Tags"),
    ];

    public static readonly ResourceSchema EventSourceMapping = ResourceSchema.Emulated(
        "AWS::Lambda::EventSourceMapping",
        [
            Any("EventSourceArn"),
            Any("FunctionName").Required,
            .. QueueMappingSettings,
            .. NotEmulated(
                "AmazonManagedKafkaEventSourceConfig", "BisectBatchOnFunctionError", "DestinationConfig",
                "DocumentDBEventSourceConfig", "MaximumRecordAgeInSeconds", "MaximumRetryAttempts", "ParallelizationFactor",
                "Queues", "SelfManagedEventSource", "SelfManagedKafkaEventSourceConfig", "SourceAccessConfigurations",
                "StartingPosition", "StartingPositionTimestamp", "Topics", "TumblingWindowInSeconds"),
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
