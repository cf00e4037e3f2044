using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>The authorizers of an HTTP API, and which of them its routes have.</summary>
internal sealed class HttpApiAuth(Expansion expansion)
{
    private const string Nobody = "NONE";

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
                expansion.Generate(IdOf(api.LogicalId, entry.Key), HttpApiSchemas.Authorizer.Type, Authorizer(api, entry, settings), api);
            }
            else
            {
                expansion.Diagnostics.Add(entry.Value.Location, $"authorizer '{entry.Key}' of resource '{api.LogicalId}' must be a mapping, and this is {entry.Value.Kind}");
            }
        }
    }

    /// <summary>What a route says about its authorizer: the properties of the plain resource.</summary>
    /// <param name="apiId">The logical id of the API; null when the route belongs to one that is not written here.</param>
    /// <param name="api">The API's property <c>Auth</c>.</param>
    /// <param name="own">The event's property <c>Auth</c>.</param>
    public IEnumerable<(string Key, TemplateNode? Value)> OfRoute(string? apiId, MappingNode? api, MappingNode? own)
    {
        var named = own?["Authorizer"] ?? api?["DefaultAuthorizer"];
        if (named is not ScalarNode { Text: not Nobody } name || apiId is null)
        {
            return [];
        }

        if ((api?["Authorizers"] as MappingNode)?[name.Text] is not MappingNode settings)
        {
            expansion.Diagnostics.Add(name.Location, $"the API '{apiId}' has no authorizer '{name}'", Suggestion.For(name.Text, (api?["Authorizers"] as MappingNode)?.Keys ?? []));
            return [];
        }

        var type = IsJwt(settings) ? "JWT" : "CUSTOM";
        return
        [
            ("AuthorizationType", NodeFactory.Text(name.Location, type)),
            ("AuthorizerId", NodeFactory.Ref(name.Location, IdOf(apiId, name.Text))),
            ("AuthorizationScopes", own?["AuthorizationScopes"] ?? settings["AuthorizationScopes"]),
        ];
    }

    private static bool IsJwt(MappingNode settings) => settings["JwtConfiguration"] is not null;

    private static string IdOf(string api, string authorizer) => $"{api}{string.Concat(authorizer.Where(char.IsAsciiLetterOrDigit))}Authorizer";

    private MappingNode Authorizer(StackResource api, MappingEntry entry, MappingNode settings)
    {
        var rules = IsJwt(settings) ? s_jwt : s_lambda;
        expansion.Check(settings, rules, $"authorizer '{entry.Key}' of resource '{api.LogicalId}'", IsJwt(settings) ? "OAuth2Authorizer" : "LambdaAuthorizer", entry.KeyLocation);
        return NodeFactory.Map(
            entry.KeyLocation,
            [
                ("ApiId", NodeFactory.Ref(entry.KeyLocation, api.LogicalId)),
                ("Name", NodeFactory.Text(entry.KeyLocation, entry.Key)),
                .. IsJwt(settings) ? Jwt(entry.KeyLocation, settings) : Lambda(entry.KeyLocation, settings),
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
