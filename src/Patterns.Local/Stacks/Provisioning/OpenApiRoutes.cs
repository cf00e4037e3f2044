using Patterns.Local.HttpApi;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads the routes of an OpenAPI definition whose operations lead to functions.</summary>
internal sealed class OpenApiRoutes(EmulatedAccount account, PhysicalNames names)
{
    private const string BodyProperty = "Body";
    private const string IntegrationProperty = "x-amazon-apigateway-integration";
    private const string AnyMethod = "x-amazon-apigateway-any-method";
    private const string AuthProperty = "x-amazon-apigateway-auth";
    private const string PolicyProperty = "x-amazon-apigateway-policy";
    private static readonly string[] s_methods = ["delete", "get", "head", "options", "patch", "post", "put"];

    /// <summary>Adds the routes of the property <c>Body</c>. An operation without an integration is left to the template's other resources.</summary>
    /// <exception cref="Templates.TemplateException">An operation has a part that is not emulated.</exception>
    public void AddTo(HttpApiDefinition api, ResourceProperties properties)
    {
        if (!properties.Has(BodyProperty))
        {
            return;
        }

        var body = properties.Map(BodyProperty) ?? throw properties.Mistake(BodyProperty, "the definition must stand in the template");
        if (body.Map("paths") is not { } paths)
        {
            throw properties.Mistake(BodyProperty, "the definition has no paths");
        }

        api.HasDefinition = true;
        Refuse(body);
        var security = new OpenApiSecurity(account, names, api, properties, body);
        foreach (var path in paths.Names)
        {
            AddPath(api, security, paths, path);
        }
    }

    private void AddPath(HttpApiDefinition api, OpenApiSecurity security, ResourceProperties paths, string path)
    {
        if (paths.Map(path) is not { } operations)
        {
            throw paths.Mistake(path, $"the path '{path}' must be a mapping");
        }

        foreach (var method in operations.Names.Where(name => name == AnyMethod || s_methods.Contains(name)))
        {
            if (operations.Map(method) is { } operation)
            {
                Refuse(operation);
                Add(api, security, path, method, operation);
            }
        }
    }

    private void Add(HttpApiDefinition api, OpenApiSecurity security, string path, string method, ResourceProperties operation)
    {
        if (operation.Map(IntegrationProperty) is not { } integration)
        {
            return;
        }

        if (!integration.Required("type").Equals("aws_proxy", StringComparison.OrdinalIgnoreCase))
        {
            throw integration.Mistake("type", $"an integration of the type {integration.Text("type")} is not emulated yet, only aws_proxy is");
        }

        var key = Key(operation, path, method);
        var format = FormatOf(api, integration);
        var timeout = IntegrationTimeout.Read(integration, "timeoutInMillis", api.Kind.LongestTimeout);
        var (authorizer, scopes) = security.Of(operation, method);
        var target = new HttpApiIntegration(names.IdFor($"{api.Name}/{key.Text}"), IntegrationUri.FunctionName(integration.Required("uri"), account.Lambda))
        {
            Format = format,
            Timeout = timeout,
        };
        api.Routes.TryAdd(new ApiRoute(key, target) { Authorizer = authorizer, Scopes = scopes, IsSecured = OpenApiSecurity.IsSecured(operation) });
    }

    // Without them, everybody might call.
    private static void Refuse(ResourceProperties part)
    {
        if (part.Has(PolicyProperty))
        {
            throw part.Mistake(PolicyProperty, $"'{PolicyProperty}' is not emulated yet, and without it everybody might call", "leave it out, or make it depend on a condition");
        }

        if (part.Has(AuthProperty) && part.Map(AuthProperty)?.Text("type") is var type and not "NONE")
        {
            throw part.Mistake(AuthProperty, $"'{AuthProperty}' asks for {type ?? "something unknown"}, which is not emulated yet");
        }
    }

    // REST APIs have one format only.
    private static PayloadFormat FormatOf(HttpApiDefinition api, ResourceProperties integration) =>
        api.Kind == ApiKind.Http ? PayloadFormatSetting.Read(integration, "payloadFormatVersion") : PayloadFormat.V1;

    private static RouteKey Key(ResourceProperties operation, string path, string method)
    {
        try
        {
            var verb = method == AnyMethod ? RouteKey.AnyMethod : method.ToUpperInvariant();
            return RouteKey.Parse(path.TrimStart('/') == RouteKey.Default ? RouteKey.Default : $"{verb} {path}");
        }
        catch (FormatException exception)
        {
            throw operation.Mistake(IntegrationProperty, exception.Message.TrimEnd('.'));
        }
    }
}
