using System.Text.Json.Nodes;
using Patterns.Local.HttpApi;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Who may use the operations of an OpenAPI definition: by its security schemes with authorizers, and by the API's property <c>Auth</c>.</summary>
internal sealed class OpenApiSecurity(EmulatedAccount account, PhysicalNames names, HttpApiDefinition api, ResourceProperties properties, ResourceProperties definition)
{
    public const string DefaultProperty = "DefaultAuthorizer";
    public const string AuthorizersProperty = "DefinitionAuthorizers";
    private const string PreflightProperty = "AddDefaultAuthorizerToCorsPreflight";
    private const string Security = "security";
    private const string Extension = "x-amazon-apigateway-authorizer";
    private const string OpenIdUrl = "openIdConnectUrl";
    private const string OpenIdPath = "/.well-known/openid-configuration";
    private const string Nobody = "NONE";

    // One for all operations, since it keeps answers.
    private readonly Dictionary<string, IAuthorizer> _made = new(StringComparer.Ordinal);

    /// <summary>Null where everybody may use the operation; the scopes are what a token needs one of.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="method">Its key in the path.</param>
    /// <exception cref="Templates.TemplateException">The security has a form that is not emulated, or names no scheme.</exception>
    public (IAuthorizer? Authorizer, IReadOnlyList<string> Scopes) Of(ResourceProperties operation, string method)
    {
        RefuseWhole();
        var byDefault = TakesDefault(method) ? properties.Text(DefaultProperty) : null;
        if (IsSecured(operation))
        {
            return OfList(operation, byDefault);
        }

        // SAM gives an operation with an empty list the default one as well, and takes no notice of the whole definition's.
        return byDefault is not null ? OfDefault(byDefault) : OfList(operation.Has(Security) ? operation : definition, byDefault: null);
    }

    /// <summary>Whether an operation has a security of its own, which SAM leaves as it is.</summary>
    public static bool IsSecured(ResourceProperties operation) => operation.Json(Security) is not (null or JsonArray { Count: 0 });

    // Preflights carry no credentials: SAM leaves them out, of a REST API only when told to.
    private bool TakesDefault(string method) => method != "options" || (api.Kind == ApiKind.Rest && properties.Flag(PreflightProperty) != false);

    private (IAuthorizer? Authorizer, IReadOnlyList<string> Scopes) OfList(ResourceProperties part, string? byDefault)
    {
        if (!part.Has(Security))
        {
            return (null, []);
        }

        if (part.Json(Security) is not JsonArray items)
        {
            throw part.Mistake(Security, $"'{Security}' must be a list");
        }

        if (items.Count == 0)
        {
            return (null, []);
        }

        return items.Count == 1 && part.Maps(Security).ToList() is [var requirement] && requirement.Names.ToList() is [var scheme]
            ? OfScheme(requirement, scheme, byDefault)
            : throw part.Mistake(Security, $"'{Security}' names several schemes or none, and only one is emulated yet");
    }

    // As far as is known, a REST API takes it from operations only.
    private void RefuseWhole()
    {
        if (api.Kind == ApiKind.Rest && definition.Has(Security))
        {
            throw definition.Mistake(Security, $"'{Security}' of a whole definition is not emulated for REST APIs", "say it at each operation");
        }
    }

    private (IAuthorizer? Authorizer, IReadOnlyList<string> Scopes) OfScheme(ResourceProperties requirement, string scheme, string? byDefault)
    {
        var scopes = ScopeList.Read(requirement, scheme);
        if (scheme == Nobody)
        {
            return (null, []);
        }

        if (properties.Map(AuthorizersProperty)?.Has(scheme) == true)
        {
            return (Named(scheme, out _), scopes);
        }

        if (api.Kind == ApiKind.Rest && byDefault is not null)
        {
            throw requirement.Mistake(
                scheme, $"'{Security}' has the scheme '{scheme}', to which SAM adds the default authorizer '{byDefault}', and only one is emulated yet", "name an authorizer of 'Auth', or leave the default one out");
        }

        if (!_made.TryGetValue(scheme, out var authorizer))
        {
            _made[scheme] = authorizer = Make(requirement, scheme);
        }

        return (authorizer, scopes);
    }

    private (IAuthorizer? Authorizer, IReadOnlyList<string> Scopes) OfDefault(string name) => (Named(name, out var settings), ScopeList.Read(settings, "Scopes"));

    private NamedAuthorizer Named(string name, out ResourceProperties settings)
    {
        settings = properties.Map(AuthorizersProperty)?.Map(name) ?? throw properties.Mistake(DefaultProperty, $"the API '{api.Name}' has no authorizer '{name}'");
        return new NamedAuthorizer(api, names.IdFor(settings.Required("LogicalId")));
    }

    private IAuthorizer Make(ResourceProperties requirement, string name)
    {
        var scheme = definition.Map("components")?.Map("securitySchemes")?.Map(name) ?? definition.Map("securityDefinitions")?.Map(name)
            ?? throw requirement.Mistake(name, $"the definition has no security scheme '{name}'");
        var settings = scheme.Map(Extension) ?? throw scheme.Mistake("type", $"the security scheme '{name}' has no '{Extension}', and others are not emulated yet");
        var authorizer = new AuthorizerProperties(settings, isDefinition: true);
        return (settings.Required("type").ToLowerInvariant(), api.Kind == ApiKind.Rest) switch
        {
            ("request", false) => new HttpAuthorizers(account).Lambda(authorizer),
            ("jwt", false) => new HttpAuthorizers(account).Jwt(authorizer, IssuerOf(scheme)),
            ("request", true) => new RestAuthorizers(account).Lambda(authorizer, AuthorizerForm.RestRequest, authorizer.Identity(isList: false)),
            ("token", true) => new RestAuthorizers(account).Lambda(authorizer, AuthorizerForm.RestToken, Token(scheme)),
            var (type, _) => throw settings.Mistake("type", $"an authorizer of the type {type} is not emulated yet for this kind of API"),
        };
    }

    private static string? IssuerOf(ResourceProperties scheme) => scheme.Text(OpenIdUrl) is { } url && url.EndsWith(OpenIdPath, StringComparison.Ordinal) ? url[..^OpenIdPath.Length] : null;

    // The scheme itself says where the token is.
    private static IReadOnlyList<IdentitySource> Token(ResourceProperties scheme) => scheme.Text("in") is { } place and not "header"
        ? throw scheme.Mistake("in", $"the token of an authorizer is a header, and this is '{place}'")
        : [IdentitySource.Parse($"method.request.header.{scheme.Required("name")}")];
}
