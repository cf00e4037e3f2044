using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Which authorizer of its API a route has.</summary>
internal sealed class RouteAuth(Expansion expansion)
{
    private const string Nobody = "NONE";
    private const string Iam = "AWS_IAM";

    /// <summary>The logical id of the plain resource that an authorizer becomes.</summary>
    public static string IdOf(string api, string authorizer) => $"{api}{LogicalIdPart.Of(authorizer)}Authorizer";

    /// <summary>What operations of an OpenAPI definition need to know of the API's authorizers: the default one, and those that their security may name.</summary>
    public static IEnumerable<(string Key, TemplateNode? Value)> OfDefinition(string api, MappingNode source)
    {
        var auth = source["DefinitionBody"] is null ? null : source["Auth"] as MappingNode;
        var byDefault = auth?["DefaultAuthorizer"] is ScalarNode { Text: Nobody } ? null : auth?["DefaultAuthorizer"];
        return auth?["Authorizers"] is MappingNode authorizers
            ? [("DefaultAuthorizer", byDefault), ("DefinitionAuthorizers", NodeFactory.Map(authorizers.Location, [.. authorizers.Entries.Select(entry => (entry.Key, OfDefinition(api, entry)))]))]
            : [("DefaultAuthorizer", byDefault)];
    }

    // The id and not a reference, since the authorizer refers to the API.
    private static MappingNode OfDefinition(string api, MappingEntry authorizer) => NodeFactory.Map(
        authorizer.KeyLocation,
        ("LogicalId", NodeFactory.Text(authorizer.KeyLocation, IdOf(api, authorizer.Key))),
        ("Scopes", (authorizer.Value as MappingNode)?["AuthorizationScopes"]));

    /// <summary>Whether the settings are those of a JWT authorizer.</summary>
    public static bool IsJwt(MappingNode settings) => settings["JwtConfiguration"] is not null;

    /// <summary>What a route says about its authorizer: the properties of the plain resource.</summary>
    /// <param name="item">The event that makes the route.</param>
    /// <param name="api">Names the API of the route.</param>
    /// <param name="implicitId">The logical id of the API that SAM makes by itself.</param>
    /// <param name="globals">What <c>Globals</c> say about that one.</param>
    public IEnumerable<(string Key, TemplateNode? Value)> Of(FunctionEvent item, TemplateNode api, string implicitId, MappingNode globals)
    {
        if (ApiDeclarations.IdIn(api) is not { } id)
        {
            // Without the API there is no telling who may call it.
            expansion.Diagnostics.Add(api.Location, $"event '{item.Name}' names its API by an expression, so that its authorizers cannot be found", "write !Ref and the API's logical id");
            return [];
        }

        var ofApi = id == implicitId ? globals["Auth"] as MappingNode : expansion.Apis.AuthOf(id);
        return Of(id, ofApi, item.Properties["Auth"] as MappingNode);
    }

    private IEnumerable<(string Key, TemplateNode? Value)> Of(string apiId, MappingNode? api, MappingNode? own)
    {
        var named = own?["Authorizer"] ?? api?["DefaultAuthorizer"];
        if (named is not ScalarNode { Text: not Nobody } name)
        {
            return [];
        }

        return name.Text == Iam ? [("AuthorizationType", name)] : OfAuthorizer(apiId, api?["Authorizers"] as MappingNode, own, name);
    }

    private IEnumerable<(string Key, TemplateNode? Value)> OfAuthorizer(string apiId, MappingNode? authorizers, MappingNode? own, ScalarNode name)
    {
        if (authorizers?[name.Text] is not MappingNode settings)
        {
            expansion.Diagnostics.Add(name.Location, $"the API '{apiId}' has no authorizer '{name}'", Suggestion.For(name.Text, authorizers?.Keys ?? []));
            return [];
        }

        return
        [
            ("AuthorizationType", NodeFactory.Text(name.Location, IsJwt(settings) ? "JWT" : "CUSTOM")),
            ("AuthorizerId", NodeFactory.Ref(name.Location, IdOf(apiId, name.Text))),
            ("AuthorizationScopes", own?["AuthorizationScopes"] ?? settings["AuthorizationScopes"]),
        ];
    }
}
