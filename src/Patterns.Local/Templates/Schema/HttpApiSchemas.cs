using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class HttpApiSchemas
{
    public static readonly IReadOnlyList<string> ApiAttributes = ["ApiEndpoint", "ApiId"];

    private static readonly PropertyRule[] s_routeSettings =
        [Number("ThrottlingBurstLimit", 0, int.MaxValue), Any("ThrottlingRateLimit"), .. NoLocalMeaning("DataTraceEnabled", "DetailedMetricsEnabled", "LoggingLevel")];

    /// <summary>The limits of all routes; the rate may be a fraction.</summary>
    public static readonly PropertyRule DefaultRouteSettings = Map("DefaultRouteSettings", s_routeSettings);

    /// <summary>The limits of single routes, by their keys.</summary>
    public static readonly PropertyRule RouteSettings = MapOf("RouteSettings", s_routeSettings);

    public static readonly ResourceSchema Api = ResourceSchema.Emulated(
        "AWS::ApiGatewayV2::Api",
        [
            Text("Name"),
            OneOf("ProtocolType", "HTTP", "WEBSOCKET"),
            Map("CorsConfiguration", Flag("AllowCredentials"), List("AllowHeaders"), List("AllowMethods"), List("AllowOrigins"), List("ExposeHeaders"), Number("MaxAge", -1, 86_400)),
            Map("Body"),
            .. NotEmulated(
                "ApiKeySelectionExpression", "BasePath", "BodyS3Location", "CredentialsArn", "DisableExecuteApiEndpoint",
                "FailOnWarnings", "RouteKey", "Target"),
            Text("RouteSelectionExpression"),
            .. NoLocalMeaning("Description", "DisableSchemaValidation", "IpAddressType", "Tags", "Version"),
        ])
        .WithAttributes(ApiAttributes);

    public static readonly ResourceSchema Stage = ResourceSchema.Emulated(
        "AWS::ApiGatewayV2::Stage",
        [
            Any("ApiId").Required,
            Text("StageName").Required,
            Flag("AutoDeploy"),
            Map("StageVariables"),
            DefaultRouteSettings,
            RouteSettings,
            .. NotEmulated("ClientCertificateId"),
            .. NoLocalMeaning("AccessLogSettings", "AccessPolicyId", "DeploymentId", "Description", "Tags"),
        ]);

    public static readonly ResourceSchema Route = ResourceSchema.Emulated(
        "AWS::ApiGatewayV2::Route",
        [
            Any("ApiId").Required,
            Text("RouteKey").Required,
            Any("Target"),
            .. NotEmulated(
                "ApiKeyRequired", "ModelSelectionExpression", "RequestModels",
                "RequestParameters"),
            Text("RouteResponseSelectionExpression"),
            OneOf("AuthorizationType", "NONE", "JWT", "AWS_IAM", "CUSTOM"),
            Any("AuthorizerId"),
            List("AuthorizationScopes"),
            .. NoLocalMeaning("OperationName"),
        ]);

    public static readonly ResourceSchema Integration = ResourceSchema.Emulated(
        "AWS::ApiGatewayV2::Integration",
        [
            Any("ApiId").Required,
            OneOf("IntegrationType", "AWS_PROXY", "HTTP_PROXY", "AWS", "HTTP", "MOCK").Required,
            Any("IntegrationUri"),
            OneOf("PayloadFormatVersion", "1.0", "2.0"),
            Number("TimeoutInMillis", 50, 30_000),
            .. NotEmulated(
                "ConnectionId", "ConnectionType", "ContentHandlingStrategy", "IntegrationSubtype", "PassthroughBehavior",
                "RequestParameters", "RequestTemplates", "ResponseParameters", "TemplateSelectionExpression", "TlsConfig"),
            .. NoLocalMeaning("CredentialsArn", "Description", "IntegrationMethod"),
        ]);

    public static readonly ResourceSchema Authorizer = ResourceSchema.Emulated(
        "AWS::ApiGatewayV2::Authorizer",
        [
            Any("ApiId").Required,
            OneOf("AuthorizerType", "REQUEST", "JWT").Required,
            Any("AuthorizerUri"),
            OneOf("AuthorizerPayloadFormatVersion", "1.0", "2.0"),
            Flag("EnableSimpleResponses"),
            List("IdentitySource"),
            Number("AuthorizerResultTtlInSeconds", 0, 3600),
            Map("JwtConfiguration", List("Audience"), Text("Issuer")),
            Text("Name"),
            .. NotEmulated("IdentityValidationExpression"),
            .. NoLocalMeaning("AuthorizerCredentialsArn"),
        ])
        .WithAttributes("AuthorizerId");
}
