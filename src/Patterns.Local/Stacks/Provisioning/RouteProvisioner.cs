using Patterns.Local.HttpApi;
using Patterns.Local.Templates;
using Patterns.Local.Templates.Sam;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class RouteProvisioner(HttpApiService apis, PhysicalNames names) : IResourceProvisioner
{
    private const string TargetPrefix = "integrations/";

    public string Type => "AWS::ApiGatewayV2::Route";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var api = OwningApi.Of(apis, properties);
        var authorizer = RouteAuthorizer.Of(api, properties);
        var route = new ApiRoute(Key(properties), Integration(api, properties))
        {
            Authorizer = authorizer,
            Scopes = ScopeList.Read(properties, "AuthorizationScopes"),
            IsSecured = properties.Has(EventSays.Auth),
        };
        if (!api.Routes.TryAdd(route))
        {
            Merge(api, route, resource, properties);
        }

        return Task.FromResult(new ProvisionedResource(names.IdFor(resource.LogicalId))
        {
            Name = $"{route.Key.Text} -> {route.Integration.FunctionName}",
            Trigger = route.Trigger,
        });
    }

    // As SAM does it: the definition says where the route leads, and the event who may call, in which format, and how long that takes.
    private static void Merge(HttpApiDefinition api, ApiRoute route, StackResource resource, ResourceProperties properties)
    {
        if (!api.HasDefinition || resource.GeneratedBy is null || api.Routes.Find(route.Key) is not { } defined)
        {
            throw properties.Mistake("RouteKey", $"the API '{api.Name}' has two routes '{route.Key.Text}'");
        }

        if (route.IsSecured && defined.IsSecured)
        {
            throw properties.Mistake(
                EventSays.Auth, $"the route '{route.Key.Text}' has a security of its own, and 'Auth' of an event would be a second one, of which only one is emulated yet", "say it in one place");
        }

        var (format, timeout) = (properties.Text(EventSays.Format) is null ? defined.Integration.Format : route.Integration.Format, route.Integration.Timeout ?? defined.Integration.Timeout);
        var merged = route.IsSecured ? defined with { Authorizer = route.Authorizer, Scopes = route.Scopes, IsSecured = true } : defined;
        api.Routes.Replace(merged with { Integration = defined.Integration with { Format = format, Timeout = timeout } });
    }

    private static RouteKey Key(ResourceProperties properties)
    {
        try
        {
            return RouteKey.Parse(properties.Required("RouteKey"));
        }
        catch (FormatException exception)
        {
            throw properties.Mistake("RouteKey", exception.Message.TrimEnd('.'));
        }
    }

    private static HttpApiIntegration Integration(HttpApiDefinition api, ResourceProperties properties)
    {
        var target = properties.Required("Target");
        var id = target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : target;
        return api.FindIntegration(id) ?? throw properties.Mistake("Target", $"the API '{api.Name}' has no integration '{id}'", "a target is 'integrations/' and the integration's id");
    }
}
