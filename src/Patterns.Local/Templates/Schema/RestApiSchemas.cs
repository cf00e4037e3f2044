using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class RestApiSchemas
{
    public static readonly IReadOnlyList<string> ApiAttributes = ["RestApiId", "RootResourceId"];

    /// <summary>The limits of a stage's methods; the rate may be a fraction.</summary>
    public static readonly PropertyRule MethodSettings = List(
        "MethodSettings",
        [
            Text("ResourcePath"),
            Text("HttpMethod"),
            Number("ThrottlingBurstLimit", 0, int.MaxValue),
            Any("ThrottlingRateLimit"),
            .. NotEmulated("CachingEnabled", "CacheTtlInSeconds"),
            .. NoLocalMeaning("CacheDataEncrypted", "DataTraceEnabled", "LoggingLevel", "MetricsEnabled"),
        ]);

    /// <summary>Who may call an API of SAM.</summary>
    public static readonly PropertyRule Auth = Map(
        "Auth",
        [
            Map("Authorizers"),
            Text("DefaultAuthorizer"),
            Flag("AddDefaultAuthorizerToCorsPreflight"),
            .. NotEmulated("AddApiKeyRequiredToCorsPreflight", "ApiKeyRequired", "ResourcePolicy", "UsagePlan"),
            .. NoLocalMeaning("InvokeRole"),
        ]);

    public static readonly ResourceSchema Api = ResourceSchema.Emulated(
        "AWS::ApiGateway::RestApi",
        [
            Text("Name"),
            Map("Body"),
            List("BinaryMediaTypes"),
            .. NotEmulated(
                "ApiKeySourceType", "BodyS3Location", "CloneFrom", "DisableExecuteApiEndpoint", "FailOnWarnings", "MinimumCompressionSize", "Mode", "Parameters", "Policy"),
            .. NoLocalMeaning("Description", "EndpointConfiguration", "Tags"),
        ])
        .WithAttributes(ApiAttributes);

    public static readonly ResourceSchema Resource = ResourceSchema.Emulated(
        "AWS::ApiGateway::Resource",
        [Any("RestApiId").Required, Any("ParentId").Required, Text("PathPart").Required])
        .WithAttributes("ResourceId");

    public static readonly ResourceSchema Method = ResourceSchema.Emulated(
        "AWS::ApiGateway::Method",
        [
            Any("RestApiId").Required,
            Any("ResourceId").Required,
            Text("HttpMethod").Required,
            OneOf("AuthorizationType", "NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"),
            Any("AuthorizerId"),
            Map(
                "Integration",
                [
                    OneOf("Type", "AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK").Required,
                    Any("Uri"),
                    Number("TimeoutInMillis", 50, 29_000),
                    .. NotEmulated(
                        "CacheKeyParameters", "CacheNamespace", "ConnectionId", "ConnectionType", "ContentHandling", "IntegrationResponses", "PassthroughBehavior",
                        "RequestParameters", "RequestTemplates"),
                    .. NoLocalMeaning("Credentials", "IntegrationHttpMethod"),
                ]),
            .. NotEmulated("ApiKeyRequired", "AuthorizationScopes", "MethodResponses", "RequestModels", "RequestParameters", "RequestValidatorId"),
            .. NoLocalMeaning("OperationName"),
        ]);

    public static readonly ResourceSchema Deployment = ResourceSchema.Emulated(
        "AWS::ApiGateway::Deployment",
        [
            Any("RestApiId").Required,
            Text("StageName"),
            .. NotEmulated("DeploymentCanarySettings", "StageDescription"),
            .. NoLocalMeaning("Description"),
        ])
        .WithAttributes("DeploymentId");

    public static readonly ResourceSchema Stage = ResourceSchema.Emulated(
        "AWS::ApiGateway::Stage",
        [
            Any("RestApiId").Required,
            Text("StageName").Required,
            Any("DeploymentId"),
            Map("Variables"),
            MethodSettings,
            .. NotEmulated("CacheClusterEnabled", "CacheClusterSize", "CanarySetting", "ClientCertificateId"),
            .. NoLocalMeaning("AccessLogSetting", "Description", "DocumentationVersion", "Tags", "TracingEnabled"),
        ]);

    public static readonly ResourceSchema Authorizer = ResourceSchema.Emulated(
        "AWS::ApiGateway::Authorizer",
        [
            Any("RestApiId").Required,
            OneOf("Type", "TOKEN", "REQUEST", "COGNITO_USER_POOLS").Required,
            Text("Name"),
            Any("AuthorizerUri"),
            Text("IdentitySource"),
            Text("IdentityValidationExpression"),
            Number("AuthorizerResultTtlInSeconds", 0, 3600),
            .. NotEmulated("ProviderARNs"),
            .. NoLocalMeaning("AuthorizerCredentials", "AuthType"),
        ])
        .WithAttributes("AuthorizerId");

    public static readonly ResourceSchema Serverless = ResourceSchema.Emulated(
        "AWS::Serverless::Api",
        [
            Text("StageName").Required,
            Text("Name"),
            Any("Cors"),
            List("BinaryMediaTypes"),
            Map("Variables"),
            Map("DefinitionBody"),
            MethodSettings,
            Auth,
            .. NotEmulated(
                "ApiKeySourceType", "CacheClusterEnabled", "CacheClusterSize", "CanarySetting", "DefinitionUri", "DisableExecuteApiEndpoint", "Domain", "FailOnWarnings",
                "GatewayResponses", "MinimumCompressionSize", "Mode", "Models", "Policy"),
            .. NoLocalMeaning(
                "AccessLogSetting", "AlwaysDeploy", "Description", "EndpointConfiguration", "MergeDefinitions", "OpenApiVersion", "PropagateTags", "SecurityPolicy", "Tags", "TracingEnabled"),
        ])
        .WithAttributes(ApiAttributes);
}
