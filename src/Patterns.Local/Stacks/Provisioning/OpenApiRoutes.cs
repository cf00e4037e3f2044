using Patterns.Local.HttpApi;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads the routes of an OpenAPI definition whose operations lead to functions.</summary>
internal sealed class OpenApiRoutes(EmulatedAccount account, PhysicalNames names)
{
    private const string BodyProperty = "Body";
    private const string IntegrationProperty = "x-amazon-apigateway-integration";
    private const string AnyMethod = "x-amazon-apigateway-any-method";
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
        var timeout = IntegrationTimeout.Read(integration, "timeoutInMillis", api.Kind.LongestTimeout);
        var (authorizer, scopes) = security.Of(operation);
        var target = new HttpApiIntegration(names.IdFor($"{api.Name}/{key.Text}"), IntegrationUri.FunctionName(integration.Required("uri"), account.Lambda))
        {
            Format = api.Kind == ApiKind.Http && integration.Text("payloadFormatVersion") == "2.0" ? PayloadFormat.V2 : PayloadFormat.V1,
            Timeout = timeout,
        };
        api.Routes.TryAdd(new ApiRoute(key, target) { Authorizer = authorizer, Scopes = scopes });
    }

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
