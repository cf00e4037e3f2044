using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

/// <summary>What only WebSocket APIs have; API, stage, route, integration and authorizer are shared with HTTP APIs.</summary>
internal static class WebSocketSchemas
{
    // Routes and stages take effect at once here.
    public static readonly ResourceSchema Deployment = ResourceSchema.NoLocalMeaning(
        "AWS::ApiGatewayV2::Deployment",
        [Any("ApiId").Required, Any("Description"), Any("StageName")]);

    // That a route responds follows from its RouteResponseSelectionExpression.
    public static readonly ResourceSchema RouteResponse = ResourceSchema.NoLocalMeaning(
        "AWS::ApiGatewayV2::RouteResponse",
        [
            Any("ApiId").Required, Any("RouteId").Required, OneOf("RouteResponseKey", "$default").Required,
            .. NotEmulated("ModelSelectionExpression", "ResponseModels", "ResponseParameters"),
        ]);

    public static readonly ResourceSchema Serverless = ResourceSchema.Emulated(
        "AWS::Serverless::WebSocketApi",
        [
            Text("Name"),
            Text("RouteSelectionExpression").Required,
            Map("Routes").Required,
            Text("StageName"),
            Map("StageVariables"),
            Map("Auth", [OneOf("AuthType", "NONE", "AWS_IAM", "CUSTOM"), Any("AuthArn"), List("IdentitySource"), .. NoLocalMeaning("InvokeRole", "Name")]),
            HttpApiSchemas.DefaultRouteSettings,
            HttpApiSchemas.RouteSettings,
            .. NotEmulated("ApiKeySelectionExpression", "DisableExecuteApiEndpoint", "Domain", "FailOnWarnings"),
            .. NoLocalMeaning("AccessLogSettings", "Description", "DisableSchemaValidation", "IpAddressType", "PropagateTags", "Tags"),
        ])
        .WithAttributes(HttpApiSchemas.ApiAttributes);

    /// <summary>What SAM lets one say about a route.</summary>
    public static readonly PropertyRules Routes = new(
        [
            Any("FunctionArn").Required,
            Number("IntegrationTimeout", 50, 29_000),
            Text("RouteResponseSelectionExpression"),
            .. NotEmulated("ApiKeyRequired", "ModelSelectionExpression", "RequestModels", "RequestParameters"),
            .. NoLocalMeaning("OperationName"),
        ]);
}
