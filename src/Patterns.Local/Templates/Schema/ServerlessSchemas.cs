using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

/// <summary>The SAM types that are expanded.</summary>
internal static class ServerlessSchemas
{
    private static readonly PropertyRule[] Destination =
        [OneOf("Type", "SQS", "SNS", "Lambda", "EventBridge", "S3"), Any("Destination")];

    /// <summary>Who may call an HTTP API.</summary>
    public static readonly PropertyRule HttpApiAuth = Map(
        "Auth",
        [Map("Authorizers"), Text("DefaultAuthorizer"), .. NotEmulated("EnableIamAuthorizer")]);

    public static readonly ResourceSchema Function = ResourceSchema.Emulated(
        "AWS::Serverless::Function",
        [
            .. LambdaSchemas.FunctionSettings,
            Any("CodeUri").Required,
            Map("DeadLetterQueue", OneOf("Type", "SQS", "SNS"), Any("TargetArn").Required),
            Map(
                "EventInvokeConfig",
                Number("MaximumEventAgeInSeconds", 60, 21_600),
                Number("MaximumRetryAttempts", 0, 2),
                Map("DestinationConfig", Map("OnFailure", Destination), Map("OnSuccess", Destination))),
            Map("Events"),
            Text("AutoPublishAlias"),
            Map("FunctionUrlConfig", FunctionUrlSchemas.Settings),
            .. NotEmulated("ImageUri", "InlineCode"),
            .. NoLocalMeaning(
                "AssumeRolePolicyDocument", "AutoPublishAliasAllProperties", "AutoPublishCodeSha256", "DeploymentPreference",
                "PermissionsBoundary", "Policies", "PropagateTags", "ProvisionedConcurrencyConfig", "RolePath",
                "SourceKMSKeyArn", "Tracing", "VersionDeletionPolicy", "VersionDescription"),
        ])
        .WithAttributes(LambdaSchemas.FunctionAttributes);

    public static readonly ResourceSchema HttpApi = ResourceSchema.Emulated(
        "AWS::Serverless::HttpApi",
        [
            Text("Name"),
            Any("CorsConfiguration"),
            Text("StageName"),
            Map("StageVariables"),
            HttpApiSchemas.DefaultRouteSettings,
            HttpApiSchemas.RouteSettings,
            HttpApiAuth,
            Map("DefinitionBody"),
            .. NotEmulated("DefinitionUri", "DisableExecuteApiEndpoint", "Domain", "FailOnWarnings"),
            .. NoLocalMeaning("AccessLogSettings", "Description", "PropagateTags", "Tags"),
        ])
        .WithAttributes(HttpApiSchemas.ApiAttributes);
}
