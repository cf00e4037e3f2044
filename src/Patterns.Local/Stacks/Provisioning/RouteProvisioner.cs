using Patterns.Local.HttpApi;
using Patterns.Local.Templates;

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
            Scopes = properties.Texts("AuthorizationScopes"),
        };

        // What a definition says about a route wins over an event.
        if (!api.Routes.TryAdd(route) && !(api.HasDefinition && resource.GeneratedBy is not null))
        {
            throw properties.Mistake("RouteKey", $"the API '{api.Name}' has two routes '{route.Key.Text}'");
        }

        return Task.FromResult(new ProvisionedResource(names.IdFor(resource.LogicalId))
        {
            Name = $"{route.Key.Text} -> {route.Integration.FunctionName}",
            Trigger = route.Trigger,
        });
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
