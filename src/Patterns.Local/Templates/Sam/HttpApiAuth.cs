using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>Makes the authorizers of an HTTP API.</summary>
internal sealed class HttpApiAuth(Expansion expansion)
{
    private static readonly PropertyRules s_lambda = new(
    [
        PropertyRule.Any("FunctionArn").Required,
        PropertyRule.OneOf("AuthorizerPayloadFormatVersion", "1.0", "2.0").Required,
        PropertyRule.Flag("EnableSimpleResponses"),
        PropertyRule.Map(
            "Identity", PropertyRule.List("Headers"), PropertyRule.List("QueryStrings"), PropertyRule.List("StageVariables"),
            PropertyRule.List("Context"), PropertyRule.Number("ReauthorizeEvery", 0, 3600)),
        .. PropertyRule.NoLocalMeaning("FunctionInvokeRole", "EnableFunctionDefaultPermissions"),
    ]);

    private static readonly PropertyRules s_jwt = new(
    [
        PropertyRule.Map("JwtConfiguration", PropertyRule.Text("issuer").Required, PropertyRule.Any("audience")).Required,
        PropertyRule.Text("IdentitySource"),
        PropertyRule.List("AuthorizationScopes"),
    ]);

    /// <summary>Adds the authorizers that the API's property <c>Auth</c> names.</summary>
    public void AddAuthorizers(StackResource api, MappingNode? auth)
    {
        foreach (var entry in (auth?["Authorizers"] as MappingNode)?.Entries ?? [])
        {
            if (entry.Value is MappingNode settings)
            {
                expansion.Generate(RouteAuth.IdOf(api.LogicalId, entry.Key), HttpApiSchemas.Authorizer.Type, Authorizer(api, entry, settings), api);
            }
            else
            {
                expansion.Diagnostics.Add(entry.Value.Location, $"authorizer '{entry.Key}' of resource '{api.LogicalId}' must be a mapping, and this is {entry.Value.Kind}");
            }
        }
    }

    private MappingNode Authorizer(StackResource api, MappingEntry entry, MappingNode settings)
    {
        var rules = RouteAuth.IsJwt(settings) ? s_jwt : s_lambda;
        expansion.Check(settings, rules, $"authorizer '{entry.Key}' of resource '{api.LogicalId}'", RouteAuth.IsJwt(settings) ? "OAuth2Authorizer" : "LambdaAuthorizer", entry.KeyLocation);
        return NodeFactory.Map(
            entry.KeyLocation,
            [
                ("ApiId", NodeFactory.Ref(entry.KeyLocation, api.LogicalId)),
                ("Name", NodeFactory.Text(entry.KeyLocation, entry.Key)),
                .. RouteAuth.IsJwt(settings) ? Jwt(entry.KeyLocation, settings) : Lambda(entry.KeyLocation, settings),
            ]);
    }

    private static IEnumerable<(string Key, TemplateNode? Value)> Lambda(SourceLocation location, MappingNode settings)
    {
        var identity = settings["Identity"] as MappingNode;
        return
        [
            ("AuthorizerType", NodeFactory.Text(location, "REQUEST")),
            ("AuthorizerUri", settings["FunctionArn"]),
            ("AuthorizerPayloadFormatVersion", settings["AuthorizerPayloadFormatVersion"]),
            ("EnableSimpleResponses", settings["EnableSimpleResponses"]),
            ("IdentitySource", identity is null ? null : new IdentityExpansion("$request.", "$").List(identity)),
            ("AuthorizerResultTtlInSeconds", identity?["ReauthorizeEvery"]),
        ];
    }

    private static IEnumerable<(string Key, TemplateNode? Value)> Jwt(SourceLocation location, MappingNode settings)
    {
        var configuration = settings["JwtConfiguration"] as MappingNode ?? MappingNode.Empty(location);
        var audience = configuration["audience"];
        return
        [
            ("AuthorizerType", NodeFactory.Text(location, "JWT")),
            ("IdentitySource", NodeFactory.List(location, settings["IdentitySource"] ?? NodeFactory.Text(location, "$request.header.Authorization"))),
            ("JwtConfiguration", NodeFactory.Map(location, ("Issuer", configuration["issuer"]), ("Audience", audience is ScalarNode ? NodeFactory.List(location, audience) : audience))),
        ];
    }
}
