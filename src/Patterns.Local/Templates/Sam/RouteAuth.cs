using Microsoft.AspNetCore.Http;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>Which authorizer of its API a route has.</summary>
internal sealed class RouteAuth(Expansion expansion)
{
    private const string Nobody = "NONE";
    private const string Iam = "AWS_IAM";
    private const string DefaultProperty = "DefaultAuthorizer";
    private const string PreflightProperty = "AddDefaultAuthorizerToCorsPreflight";

    private readonly AuthReader _reader = new(expansion.Diagnostics);

    /// <summary>The logical id of the plain resource that an authorizer becomes.</summary>
    public static string IdOf(string api, string authorizer) => $"{api}{LogicalIdPart.Of(authorizer)}Authorizer";

    /// <summary>Reports what an API says about its authorizers in a way that cannot be read.</summary>
    public void Check(MappingNode source, string logicalId)
    {
        var auth = _reader.Mapping(source, $"resource '{logicalId}'");
        _reader.Scalar(auth, DefaultProperty, $"resource '{logicalId}'");
        _reader.Scalar(auth, PreflightProperty, $"resource '{logicalId}'");
    }

    /// <summary>What operations of an OpenAPI definition need to know of the API's authorizers: the default one, and those that their security may name.</summary>
    public static IEnumerable<(string Key, TemplateNode? Value)> OfDefinition(string api, MappingNode source)
    {
        var auth = source["DefinitionBody"] is null ? null : source["Auth"] as MappingNode;
        var byDefault = auth?["DefaultAuthorizer"] is ScalarNode { Text: Nobody } ? null : auth?["DefaultAuthorizer"];
        return auth?["Authorizers"] is MappingNode authorizers
            ? [("DefaultAuthorizer", byDefault), (PreflightProperty, auth[PreflightProperty]), ("DefinitionAuthorizers", NodeFactory.Map(authorizers.Location, [.. authorizers.Entries.Select(entry => (entry.Key, OfDefinition(api, entry)))]))]
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
    public IEnumerable<(string Key, TemplateNode? Value)> Of(FunctionEvent item, TemplateNode api)
    {
        if (ApiDeclarations.IdIn(api) is not { } id)
        {
            // Without the API there is no telling who may call it.
            expansion.Diagnostics.Add(api.Location, $"event '{item.Name}' names its API by an expression, so that its authorizers cannot be found", "write !Ref and the API's logical id");
            return [];
        }

        var ofApi = _reader.Mapping(PropertiesOf(id, IsRest(item)), $"resource '{id}'");
        return Of(item, id, ofApi, _reader.Mapping(item.Properties, $"event '{item.Name}'"));
    }

    private static bool IsRest(FunctionEvent item) => item.Type == EventSchemas.Api;

    private MappingNode? PropertiesOf(string id, bool isRest) => expansion.Apis.Find(id) ?? (id, isRest) switch
    {
        (HttpApiExpansion.ImplicitId, false) => expansion.Apis.HttpApiGlobals,
        (RestApiExpansion.ImplicitId, true) => expansion.Apis.RestApiGlobals,
        _ => null,
    };

    private IEnumerable<(string Key, TemplateNode? Value)> Of(FunctionEvent item, string id, MappingNode? api, MappingNode? own)
    {
        var named = _reader.Scalar(own, "Authorizer", $"event '{item.Name}'");
        var byDefault = _reader.Scalar(api, DefaultProperty, $"resource '{id}'");
        if (named is null && byDefault is null && own is { Entries.IsEmpty: false } && !IsRest(item))
        {
            expansion.Diagnostics.Add(own.Location, $"event '{item.Name}' has 'Auth' without an 'Authorizer', and the API '{id}' has no default one", "name one of its authorizers");
        }

        return (named ?? (TakesDefault(item, id, api, own) ? byDefault : null)) switch
        {
            null or { Text: Nobody } => [],
            { Text: Iam } name => [("AuthorizationType", name)],
            var name => OfAuthorizer(id, api?["Authorizers"] as MappingNode, own, name),
        };
    }

    // Preflights carry no credentials: SAM leaves them out, of a REST API only when told to.
    private bool TakesDefault(FunctionEvent item, string id, MappingNode? api, MappingNode? own)
    {
        if (item.Properties["Method"] is not ScalarNode { Text: var method } || !HttpMethods.IsOptions(method))
        {
            return true;
        }

        return IsRest(item) ? _reader.Scalar(api, PreflightProperty, $"resource '{id}'") is not { Text: "false" } : own is { Entries.IsEmpty: false };
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
            ("AuthorizationScopes", own?["AuthorizationScopes"] is { } scopes and not SequenceNode { Items.IsEmpty: true } ? scopes : settings["AuthorizationScopes"]),
        ];
    }
}
